package askme.avatar;

import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.decoding.UploadedPicture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/** Makes an avatar of an uploaded file: the square in its middle, drawn again. */
final class AvatarPicture {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int SIDE = 256;

    private AvatarPicture() {}

    /** The avatar as a square of {@link #SIDE} pixels. */
    static PictureFile square(byte[] file) throws PictureRefused {
        UploadedPicture picture = UploadedPicture.decode(file, MOST_BYTES, AvatarPicture::middle);
        BufferedImage pixels = picture.pixels();
        boolean transparent = pixels.getColorModel().hasAlpha();
        try {
            BufferedImage square = Thumbnails.of(pixels)
                    .forceSize(SIDE, SIDE)
                    .imageType(transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
            return transparent ? PictureFile.png(picture.upright(square)) : PictureFile.jpeg(picture.upright(square));
        } catch (IOException | RuntimeException e) {
            throw new PictureRefused(PictureRefused.Fault.NOT_A_PICTURE, e);
        }
    }

    private static UploadedPicture.Part middle(int width, int height) {
        int side = Math.min(width, height);
        Rectangle square = new Rectangle((width - side) / 2, (height - side) / 2, side, side);
        return new UploadedPicture.Part(square, Math.max(1, side / (2 * SIDE)));
    }
}
