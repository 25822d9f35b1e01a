package askme.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the camera's orientation from a JPEG's Exif segment (CIPA DC-008, tag 0x0112). Java's own reader drops all metadata if
 * Exif precedes JFIF, and many programs write it so.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;
    private static final int MARKER = 0xff;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final long EXIF = 0x457869660000L;
    private static final int EXIF_BYTES = 6;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** The orientation, 1 to 8; {@link #UPRIGHT} if the file has none or an invalid one. */
    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == MARKER && (file.get(at + 1) & 0xff) != START_OF_SCAN) {
            int length = file.getShort(at + 2) & 0xffff;
            boolean exif = (file.get(at + 1) & 0xff) == APP1 && file.getLong(at + 4) >>> 16 == EXIF;
            if (exif) {
                return inTiff(file.slice(at + 4 + EXIF_BYTES, length - 2 - EXIF_BYTES));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
