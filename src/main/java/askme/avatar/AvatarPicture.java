package askme.avatar;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes an avatar of an uploaded file. Only its pixels are kept: they are encoded again.
 *
 * <ol>
 *   <li>Check the size, then the format by its first bytes. A file that is also of another kind is refused.
 *   <li>Check width and height in the header before any pixel is decoded: a small file can hold a huge picture.
 *   <li>Limit the memory that the decoder allocates, and its processor time.
 *   <li>Decode the square in the middle, and skip the pixels that the result does not need.
 *   <li>Scale, turn by the camera's orientation, encode as JPEG, or as PNG if transparent. No metadata is kept.
 * </ol>
 */
public final class AvatarPicture {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int SIDE = 256;
    static final long MOST_PIXELS = 25_000_000;

    /** A progressive JPEG of thousands of scans takes minutes to decode; cameras and editors write about ten. */
    private static final int MOST_SCANS = 100;

    /** Scans times pixels: sixteen scans of the largest picture, which take about a second. Each scan visits all pixels. */
    static final long MOST_SCANNED_PIXELS = 16 * MOST_PIXELS;

    /** The limit for WebP, whose decoding takes a hundred times as long as that of JPEG. */
    private static final long MOST_WEBP_PIXELS = 9_000_000;

    /** Bytes that a decoder may allocate. */
    static final long MOST_MEMORY = 160L * 1024 * 1024;

    /** Processor time for decoding; a large photograph takes less than a second. */
    private static final Duration MOST_CPU = Duration.ofSeconds(4);

    private static final double QUALITY = 0.86;

    private AvatarPicture() {}

    /** Why a file cannot be an avatar. */
    public enum Fault {
        TOO_LARGE,
        NOT_A_PICTURE,
        TOO_MANY_PIXELS
    }

    /** The file was refused. */
    public static final class Refused extends Exception {

        private final Fault fault;

        Refused(Fault fault, Throwable cause) {
            super(fault.name(), cause);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** @param extension "jpg" or "png" */
    record Encoded(byte[] bytes, String extension) {}

    /** The avatar as a square of {@link #SIDE} pixels. {@link AvatarStore} makes one at a time. */
    static Encoded square(byte[] file) throws Refused {
        if (file.length > MOST_BYTES) {
            throw new Refused(Fault.TOO_LARGE, null);
        }
        PictureType type = PictureType.of(file).orElseThrow(() -> new Refused(Fault.NOT_A_PICTURE, null));
        if (PolyglotCheck.isPolyglot(file) || (type == PictureType.JPEG && scans(file) > MOST_SCANS)) {
            throw new Refused(Fault.NOT_A_PICTURE, null);
        }
        try {
            return encode(decode(file, type), Orientation.typeOf(ExifOrientation.of(type, file)));
        } catch (IOException | RuntimeException e) {
            // A damaged file makes the decoders throw exceptions of many types.
            throw new Refused(Fault.NOT_A_PICTURE, e);
        }
    }

    private static BufferedImage decode(byte[] file, PictureType type) throws IOException, Refused {
        ImageReader reader = type.reader();
        long memory = MOST_MEMORY;
        if (type == PictureType.WEBP) {
            WebpInspector webp = new WebpInspector(file);
            if (webp.pixels() > MOST_WEBP_PIXELS) {
                throw new Refused(Fault.TOO_MANY_PIXELS, null);
            }
            memory = webp.isLossyOnly() ? Long.MAX_VALUE / 2 : MOST_MEMORY;
        }
        try (ImageInputStream in = new AllocationLimitedInput(file, memory, MOST_CPU)) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            boolean slow = type == PictureType.JPEG && scans(file) * pixels > MOST_SCANNED_PIXELS;
            if (pixels > MOST_PIXELS || slow) {
                throw new Refused(Fault.TOO_MANY_PIXELS, null);
            }
            int side = Math.min(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
            int step = Math.max(1, side / (2 * SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static Encoded encode(BufferedImage picture, Orientation orientation) throws IOException {
        boolean transparent = picture.getColorModel().hasAlpha();
        BufferedImage square = Thumbnails.of(picture)
                .forceSize(SIDE, SIDE)
                .imageType(transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        String extension = transparent ? "png" : "jpg";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(ExifFilterUtils.getFilterForOrientation(orientation).apply(square))
                .scale(1)
                .outputFormat(extension)
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return new Encoded(out.toByteArray(), extension);
    }

    /** The number of scans: FF DA starts one, and entropy-coded data never holds these bytes (ITU-T T.81, B.1.1.5). */
    private static int scans(byte[] file) {
        int scans = 0;
        for (int i = 1; i < file.length; i++) {
            if ((file[i] & 0xff) == 0xda && (file[i - 1] & 0xff) == 0xff) {
                scans++;
            }
        }
        return scans;
    }
}
