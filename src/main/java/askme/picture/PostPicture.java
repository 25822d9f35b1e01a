package askme.picture;

import askme.markdown.PictureAddress;
import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.decoding.UploadedPicture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A picture for a text: the whole of an uploaded file, drawn again, and a small one that the text shows. An animation becomes its
 * first picture.
 *
 * @param small the same as {@code full} if that is small enough
 */
record PostPicture(PictureAddress address, PictureFile full, PictureFile small) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Above it only every second pixel is decoded. It bounds the memory of one upload; a screen of 4K has 8.3 million. */
    private static final int MOST_DECODED = 9_000_000;

    /** A photograph is so much smaller as JPEG. A drawing or a screenshot is not, and JPEG would blur its edges. */
    private static final int SMALLER_AS_JPEG = 3;

    private static final int OPAQUE = 0xff;
    private static final int ALPHA_SHIFT = 24;

    /**
     * The picture with the name {@code id}.
     *
     * @throws PictureRefused if the file is no picture, or one that costs too much
     */
    static PostPicture of(byte[] file, String id) throws PictureRefused {
        UploadedPicture picture = UploadedPicture.decode(file, MOST_BYTES, PostPicture::whole);
        try {
            BufferedImage full = fitting(picture.upright(picture.pixels()));
            PictureFile encoded = encoded(full, picture.lossless());
            PictureAddress address = new PictureAddress(id, full.getWidth(), full.getHeight(), encoded.extension());
            if (!address.hasSmall()) {
                return new PostPicture(address, encoded, encoded);
            }
            BufferedImage small = scaled(full, address.smallWidth(), address.smallHeight(), full.getType());
            boolean png = "png".equals(encoded.extension());
            return new PostPicture(address, encoded, png ? PictureFile.png(small) : PictureFile.jpeg(small));
        } catch (IOException | RuntimeException e) {
            throw new PictureRefused(PictureRefused.Fault.NOT_A_PICTURE, e);
        }
    }

    private static UploadedPicture.Part whole(int width, int height) {
        int step = Math.max(1, Math.min(width, height) / PictureAddress.MOST_WIDTH);
        while ((long) (width / step) * (height / step) > MOST_DECODED) {
            step++;
        }
        return new UploadedPicture.Part(new Rectangle(width, height), step);
    }

    private static BufferedImage fitting(BufferedImage picture) {
        double scale = Math.min(
                1,
                Math.min(
                        (double) PictureAddress.MOST_WIDTH / picture.getWidth(),
                        (double) PictureAddress.MOST_HEIGHT / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return scaled(picture, width, height, typeOf(picture));
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height, int type) {
        try {
            return Thumbnails.of(picture)
                    .forceSize(width, height)
                    .imageType(type)
                    .asBufferedImage();
        } catch (IOException e) {
            throw new IllegalStateException("a picture in memory cannot be scaled", e);
        }
    }

    /** Many screenshots have an alpha channel and no transparent pixel. */
    private static int typeOf(BufferedImage picture) {
        if (picture.getColorModel().hasAlpha()) {
            int[] row = new int[picture.getWidth()];
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.getRGB(0, y, row.length, 1, row, 0, row.length);
                for (int pixel : row) {
                    if (pixel >>> ALPHA_SHIFT != OPAQUE) {
                        return BufferedImage.TYPE_INT_ARGB;
                    }
                }
            }
        }
        return BufferedImage.TYPE_INT_RGB;
    }

    private static PictureFile encoded(BufferedImage picture, boolean lossless) throws IOException {
        if (picture.getType() == BufferedImage.TYPE_INT_ARGB) {
            return PictureFile.png(picture);
        }
        PictureFile jpeg = PictureFile.jpeg(picture);
        if (!lossless) {
            return jpeg;
        }
        PictureFile png = PictureFile.png(picture);
        return png.bytes().length > SMALLER_AS_JPEG * jpeg.bytes().length ? jpeg : png;
    }
}
