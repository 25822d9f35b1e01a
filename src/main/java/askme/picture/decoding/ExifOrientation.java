package askme.picture.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the camera's orientation from a picture's Exif data (CIPA DC-008, tag 0x0112): a segment of JPEG, a chunk of PNG or WebP.
 * Java's own reader of JPEG drops all metadata if Exif precedes JFIF, and many programs write it so.
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

    /** The type of a value of four bytes; the standard has two, and some programs write four. */
    private static final int LONG = 4;

    private static final int CHUNK_HEAD = 8;
    private static final int PNG_HEAD = 8;
    private static final int PNG_CHECKSUM = 4;
    private static final int PNG_EXIF = 0x65584966; // "eXIf"
    private static final int WEBP_HEAD = 12;
    private static final int WEBP_EXIF = 0x46495845; // "EXIF", little-endian

    private ExifOrientation() {}

    /** The orientation, 1 to 8; {@link #UPRIGHT} if the file has none or an invalid one. */
    static int of(PictureType type, byte[] file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            return switch (type) {
                case JPEG -> inSegments(bytes);
                case PNG -> inPngChunks(bytes);
                case WEBP -> inWebpChunks(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case GIF -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    /** A chunk is its length, its name, its data and a checksum (PNG, third edition, 5.3 and 11.3.4.3). */
    private static int inPngChunks(ByteBuffer file) {
        for (int at = PNG_HEAD; at + CHUNK_HEAD <= file.limit(); ) {
            int length = file.getInt(at);
            if (file.getInt(at + 4) == PNG_EXIF) {
                return inTiff(file.slice(at + CHUNK_HEAD, length));
            }
            at = Math.addExact(at, Math.addExact(length, CHUNK_HEAD + PNG_CHECKSUM));
            if (length < 0) {
                return UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A chunk is its name, its length and its data, which ends at an even byte (RFC 9649, 2.3). */
    private static int inWebpChunks(ByteBuffer file) {
        for (long at = WEBP_HEAD; at + CHUNK_HEAD <= file.limit(); ) {
            long length = file.getInt((int) at + 4) & 0xffff_ffffL;
            if (file.getInt((int) at) == WEBP_EXIF) {
                ByteBuffer exif =
                        file.slice((int) at + CHUNK_HEAD, (int) Math.min(length, file.limit() - at - CHUNK_HEAD));
                // Some programs copy the whole segment of a JPEG.
                boolean named = exif.get(0) == 'E' && exif.get(1) == 'x';
                return inTiff(named ? exif.slice(EXIF_BYTES, exif.limit() - EXIF_BYTES) : exif);
            }
            at += CHUNK_HEAD + length + (length & 1);
        }
        return UPRIGHT;
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
                int value = tiff.getShort(entry + 2) == LONG ? tiff.getInt(entry + 8) : tiff.getShort(entry + 8);
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
