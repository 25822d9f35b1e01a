package askme.picture.decoding;

import askme.picture.decoding.PictureRefused.Fault;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The pixels of an uploaded file. Nothing else of the file is kept.
 *
 * <ol>
 *   <li>Check the size, then the format by its first bytes. A file that is also of another kind is refused.
 *   <li>Check width and height in the header before any pixel is decoded: a small file can hold a huge picture.
 *   <li>Limit the memory that the decoder allocates, and its processor time.
 *   <li>Decode only the part that the caller needs, and skip the pixels that its result does not need.
 * </ol>
 *
 * @param pixels as the camera stored them; {@link #upright} turns what becomes of them
 * @param lossless whether the format keeps every pixel, as drawings and screenshots need it
 */
public record UploadedPicture(BufferedImage pixels, boolean lossless, Orientation orientation) {

    /** The most pixels of a file. */
    public static final long MOST_PIXELS = 25_000_000;

    /** A progressive JPEG of thousands of scans takes minutes to decode; cameras and editors write about ten. */
    private static final int MOST_SCANS = 100;

    /** Scans times pixels: sixteen scans of the largest picture, which take about a second. Each scan visits all pixels. */
    static final long MOST_SCANNED_PIXELS = 16 * MOST_PIXELS;

    /** The limit for WebP, whose decoding takes a hundred times as long as that of JPEG. */
    private static final long MOST_WEBP_PIXELS = 9_000_000;

    /** Bytes that a decoder may allocate. */
    public static final long MOST_MEMORY = 160L * 1024 * 1024;

    /** Processor time for decoding; a large photograph takes less than a second. */
    private static final Duration MOST_CPU = Duration.ofSeconds(4);

    /**
     * The part of a picture that is decoded.
     *
     * @param step every which pixel of a row and every which row
     */
    public record Part(Rectangle region, int step) {}

    /** Chooses the part of a picture by its size. */
    @FunctionalInterface
    public interface Choice {
        Part of(int width, int height);
    }

    /**
     * Decodes {@code file}. {@link PictureDecoder} runs one call at a time.
     *
     * @throws PictureRefused if the file is no picture, or one that costs too much
     */
    public static UploadedPicture decode(byte[] file, int mostBytes, Choice choice) throws PictureRefused {
        if (file.length > mostBytes) {
            throw new PictureRefused(Fault.TOO_LARGE, null);
        }
        PictureType type = PictureType.of(file).orElseThrow(() -> new PictureRefused(Fault.NOT_A_PICTURE, null));
        if (PolyglotCheck.isPolyglot(file) || (type == PictureType.JPEG && scans(file) > MOST_SCANS)) {
            throw new PictureRefused(Fault.NOT_A_PICTURE, null);
        }
        try {
            BufferedImage pixels = read(file, type, choice);
            return new UploadedPicture(pixels, type.lossless(file), Orientation.typeOf(ExifOrientation.of(type, file)));
        } catch (IOException | RuntimeException e) {
            // A damaged file makes the decoders throw exceptions of many types.
            throw new PictureRefused(Fault.NOT_A_PICTURE, e);
        }
    }

    /** {@code result}, which was made of these pixels, turned by the camera's orientation. */
    public BufferedImage upright(BufferedImage result) {
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(result);
    }

    private static BufferedImage read(byte[] file, PictureType type, Choice choice) throws IOException, PictureRefused {
        ImageReader reader = type.reader();
        long memory = MOST_MEMORY;
        if (type == PictureType.WEBP) {
            WebpInspector webp = new WebpInspector(file);
            if (webp.pixels() > MOST_WEBP_PIXELS) {
                throw new PictureRefused(Fault.TOO_MANY_PIXELS, null);
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
                throw new PictureRefused(Fault.TOO_MANY_PIXELS, null);
            }
            Part part = choice.of(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(part.region());
            param.setSourceSubsampling(part.step(), part.step(), 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
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
