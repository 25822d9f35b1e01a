package askme.avatar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is inside a WebP file, and how large it is. Each says so for itself, beside the canvas that the file's beginning speaks of,
 * and a decoder sets up its tables by what they say (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1).
 */
final class WebpInspector {

    private static final int CHUNK_HEAD = 8;
    private static final int FILE_HEAD = 12;

    /** What stands in an animation's frame before its own chunks. */
    private static final int FRAME_HEAD = 16;

    private static final int SIDE_BITS = 0x3fff;
    private static final int SIDE_LENGTH = 14;

    private static final int LOSSY = 0x20385056; // "VP8 "
    private static final int LOSSLESS = 0x4c385056; // "VP8L"
    private static final int ALPHA = 0x48504c41; // "ALPH"
    private static final int FRAME = 0x464d4e41; // "ANMF"

    /** The pixels of the largest picture. */
    private long pixels;

    private boolean tables;

    /** @throws IndexOutOfBoundsException where the file is not what it should be */
    WebpInspector(byte[] file) {
        read(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), FILE_HEAD, file.length);
    }

    long pixels() {
        return pixels;
    }

    /** Whether it is lossy alone, which needs no more memory than some of its rows: what is lossless brings tables of its own. */
    boolean hasNoTables() {
        return !tables;
    }

    private void read(ByteBuffer file, int from, long to) {
        for (long at = from; at + CHUNK_HEAD <= to; ) {
            int kind = file.getInt((int) at);
            long length = file.getInt((int) at + 4) & 0xffff_ffffL;
            int data = (int) at + CHUNK_HEAD;
            if (kind == FRAME) {
                read(file, data + FRAME_HEAD, Math.min(to, data + length));
            } else if (kind == LOSSY || kind == LOSSLESS) {
                pixels = Math.max(pixels, kind == LOSSY ? lossy(file, data) : lossless(file, data));
            }
            tables |= kind == LOSSLESS || kind == ALPHA;
            at = data + length + (length & 1);
        }
    }

    /** After the frame's tag and its start code come width and height, 14 bits each. */
    private static long lossy(ByteBuffer file, int at) {
        return (long) (file.getShort(at + 6) & SIDE_BITS) * (file.getShort(at + 8) & SIDE_BITS);
    }

    /** After the signature come width and height less one, 14 bits each. */
    private static long lossless(ByteBuffer file, int at) {
        int sides = file.getInt(at + 1);
        return (long) ((sides & SIDE_BITS) + 1) * ((sides >>> SIDE_LENGTH & SIDE_BITS) + 1);
    }
}
