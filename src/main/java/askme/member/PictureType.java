package askme.member;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that may be uploaded, told by their first bytes; the name and type that the browser sends mean nothing. */
enum PictureType {
    JPEG {
        @Override
        boolean begins(byte[] file) {
            return file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff;
        }
    },
    PNG {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    GIF {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a");
        }
    },
    WEBP {
        @Override
        boolean begins(byte[] file) {
            return starts(file, 0, "RIFF") && starts(file, 8, "WEBP");
        }

        @Override
        ImageReader reader() throws IOException {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
    };

    abstract boolean begins(byte[] file);

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
