package askme.picture.decoding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as the site stores it: encoded from pixels, without metadata.
 *
 * @param extension "jpg" or "png"
 */
public record PictureFile(byte[] bytes, String extension) {

    private static final float QUALITY = 0.86f;

    /** {@code pixels} as PNG, which keeps each of them and the transparent ones. */
    public static PictureFile png(BufferedImage pixels) throws IOException {
        return encoded(pixels, "png");
    }

    /** {@code pixels}, none of which is transparent, as JPEG. */
    public static PictureFile jpeg(BufferedImage pixels) throws IOException {
        return encoded(pixels, "jpg");
    }

    private static PictureFile encoded(BufferedImage pixels, String extension) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(extension).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if ("jpg".equals(extension)) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), param);
        } finally {
            writer.dispose();
        }
        return new PictureFile(out.toByteArray(), extension);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureFile file
                && Arrays.equals(bytes, file.bytes)
                && extension.equals(file.extension);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(bytes), extension);
    }

    @Override
    public String toString() {
        return extension + " of " + bytes.length + " bytes";
    }
}
