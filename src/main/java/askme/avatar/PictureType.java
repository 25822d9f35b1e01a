package askme.avatar;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The formats that may be uploaded, told by their first bytes. The type that the browser sends means nothing; the ending of
 * the file's name must be one of the format's (ASVS 5.0, 5.2.2).
 */
enum PictureType {
    JPEG("jpg", "jpeg", "jpe", "jfif") {
        @Override
        boolean begins(byte[] file) {
            return file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff;
        }
    },
    PNG("png") {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    GIF("gif") {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a");
        }
    },
    WEBP("webp") {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "RIFF") && starts(file, 8, "WEBP");
        }

        @Override
        ImageReader reader() throws IOException {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
    };

    private final Set<String> endings;

    PictureType(String... endings) {
        this.endings = Set.of(endings);
    }

    abstract boolean begins(byte[] file);

    /** Whether a file of this name says that it is of this format. */
    boolean named(String file) {
        return endings.contains(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The decoder of this format and no other. */
    ImageReader reader() throws IOException {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }

    /** The format whose first bytes these are, or empty. */
    static Optional<PictureType> of(byte[] file) {
        return Arrays.stream(values()).filter(t -> t.begins(file)).findFirst();
    }

    private static boolean starts(byte[] file, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
