package askme.picture.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the size and kind of the pictures in a WebP file. Each picture states its own size, beside the canvas in the file's
 * header. A decoder allocates its tables by the pictures' sizes (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1).
 */
final class WebpInspector {

    private static final int CHUNK_HEAD = 8;
    private static final int FILE_HEAD = 12;

    /** Bytes in an animation's frame before its own chunks. */
    private static final int FRAME_HEAD = 16;

    private static final int SIDE_BITS = 0x3fff;
    private static final int SIDE_LENGTH = 14;

    private static final int LOSSY = 0x20385056; // "VP8 "
    private static final int LOSSLESS = 0x4c385056; // "VP8L"
    private static final int ALPHA = 0x48504c41; // "ALPH"
    private static final int FRAME = 0x464d4e41; // "ANMF"

    private long pixels;

    private boolean lossless;

    /** @throws IndexOutOfBoundsException if the file is malformed */
    WebpInspector(byte[] file) {
        read(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), FILE_HEAD, file.length);
    }

    /** The number of pixels of the largest picture. */
    long pixels() {
        return pixels;
    }

    /** Whether the file has lossy data only, which a decoder reads with a few rows of memory. Lossless data has tables. */
    boolean isLossyOnly() {
        return !lossless;
    }

    private void read(ByteBuffer file, int from, long to) {
        for (long at = from; at + CHUNK_HEAD <= to; ) {
            int kind = file.getInt((int) at);
            long length = file.getInt((int) at + 4) & 0xffff_ffffL;
            int data = (int) at + CHUNK_HEAD;
            if (kind == FRAME) {
                read(file, data + FRAME_HEAD, Math.min(to, data + length));
            } else if (kind == LOSSY || kind == LOSSLESS) {
                pixels = Math.max(pixels, kind == LOSSY ? lossyPixels(file, data) : losslessPixels(file, data));
            }
            lossless |= kind == LOSSLESS || kind == ALPHA;
            at = data + length + (length & 1);
        }
    }

    /** Pixels of a lossy picture. Width and height, 14 bits each, follow the frame's tag and start code. */
    private static long lossyPixels(ByteBuffer file, int at) {
        return (long) (file.getShort(at + 6) & SIDE_BITS) * (file.getShort(at + 8) & SIDE_BITS);
    }

    /** Pixels of a lossless picture. Width and height less one, 14 bits each, follow the signature. */
    private static long losslessPixels(ByteBuffer file, int at) {
        int sides = file.getInt(at + 1);
        return (long) ((sides & SIDE_BITS) + 1) * ((sides >>> SIDE_LENGTH & SIDE_BITS) + 1);
    }
}
