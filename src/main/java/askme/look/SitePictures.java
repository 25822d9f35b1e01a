package askme.look;

import askme.picture.decoding.PictureDecoder;
import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.decoding.UploadedPicture;
import askme.picture.storage.PictureStorage;
import askme.picture.storage.RandomName;
import askme.picture.storage.StorageUnavailable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coobird.thumbnailator.Thumbnails;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Logo and icon of the site. Uploads are decoded and drawn again, as PNG, so that nothing else of the file is kept. */
@ApplicationScoped
public class SitePictures {

    static final int SMALL_ICON = 180;
    static final int ICON = 512;

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int LOGO_WIDTH = 600;
    private static final int LOGO_HEIGHT = 120;
    private static final String SMALL = "-" + SMALL_ICON;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}(?:-180|-(\\d{1,3})x(\\d{1,3}))?\\.png");
    private static final byte[] GIF = "GIF8".getBytes(StandardCharsets.US_ASCII);

    private final PictureDecoder decoder;
    private final PictureStorage storage;

    SitePictures(PictureDecoder decoder, PictureStorage storage) {
        this.decoder = decoder;
        this.storage = storage;
    }

    /**
     * Stores the upload as a logo and returns its name.
     *
     * @throws PictureRefused if it is no picture of an allowed format
     */
    public String saveLogo(FileUpload upload) throws PictureRefused {
        check(upload);
        String name = RandomName.next();
        return decoder.convert(upload.uploadedFile(), file -> {
            UploadedPicture picture = decode(
                    file,
                    (width, height) -> new UploadedPicture.Part(
                            new Rectangle(width, height),
                            Math.max(1, Math.min(width / (2 * LOGO_WIDTH), height / (2 * LOGO_HEIGHT)))));
            BufferedImage pixels = picture.upright(picture.pixels());
            boolean small = pixels.getWidth() <= LOGO_WIDTH && pixels.getHeight() <= LOGO_HEIGHT;
            BufferedImage logo = small
                    ? pixels
                    : Thumbnails.of(pixels)
                            .size(LOGO_WIDTH, LOGO_HEIGHT)
                            .imageType(BufferedImage.TYPE_INT_ARGB)
                            .asBufferedImage();
            return store(name + "-" + logo.getWidth() + "x" + logo.getHeight(), PictureFile.png(logo));
        });
    }

    /**
     * Stores the square in the middle of the upload as an icon, in both sizes, and returns the name of the large one.
     *
     * @throws PictureRefused if it is no picture of an allowed format
     */
    public String saveIcon(FileUpload upload) throws PictureRefused {
        check(upload);
        PictureFile[] sizes = decoder.convert(upload.uploadedFile(), file -> {
            UploadedPicture picture = decode(file, SitePictures::middle);
            BufferedImage pixels = picture.upright(picture.pixels());
            return new PictureFile[] {square(pixels, ICON), square(pixels, SMALL_ICON)};
        });
        String name = RandomName.next();
        store(name + SMALL, sizes[1]);
        return store(name, sizes[0]);
    }

    /** The logo of this name, which holds its size. */
    static SitePicture logo(String name) {
        Matcher size = NAME.matcher(name);
        boolean known = size.matches() && size.group(1) != null;
        return new SitePicture(
                LookLinks.picture(name),
                known ? Integer.parseInt(size.group(1)) : LOGO_WIDTH,
                known ? Integer.parseInt(size.group(2)) : LOGO_HEIGHT);
    }

    /** The name of the small icon that belongs to the large one. */
    static String small(String icon) {
        return icon.replace(".png", SMALL + ".png");
    }

    /** The file of that name; empty if it does not exist. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches() ? storage.find(name) : Optional.empty();
    }

    /** Deletes a picture that is no longer shown; "" is no picture. A failure is only logged. */
    public void remove(String name) {
        if (name.isEmpty()) {
            return;
        }
        try {
            storage.remove(name);
            storage.remove(small(name));
        } catch (StorageUnavailable e) {
            Log.warnf("picture %s of the site stays in the storage: %s", name, e.getMessage());
        }
    }

    private static void check(FileUpload upload) throws PictureRefused {
        if (upload.size() > MOST_BYTES) {
            throw new PictureRefused(PictureRefused.Fault.TOO_LARGE, null);
        }
    }

    private static UploadedPicture decode(byte[] file, UploadedPicture.Choice choice) throws PictureRefused {
        if (file.length >= GIF.length && Arrays.equals(file, 0, GIF.length, GIF, 0, GIF.length)) {
            throw new PictureRefused(PictureRefused.Fault.NOT_A_PICTURE, null);
        }
        return UploadedPicture.decode(file, MOST_BYTES, choice);
    }

    private static UploadedPicture.Part middle(int width, int height) {
        int side = Math.min(width, height);
        return new UploadedPicture.Part(
                new Rectangle((width - side) / 2, (height - side) / 2, side, side), Math.max(1, side / (2 * ICON)));
    }

    private static PictureFile square(BufferedImage pixels, int side) throws IOException {
        return PictureFile.png(Thumbnails.of(pixels)
                .forceSize(side, side)
                .imageType(BufferedImage.TYPE_INT_ARGB)
                .asBufferedImage());
    }

    private String store(String name, PictureFile picture) {
        String file = name + "." + picture.extension();
        storage.save(file, picture.bytes());
        return file;
    }
}
