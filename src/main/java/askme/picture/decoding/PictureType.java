package askme.picture.decoding;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The formats that may be uploaded, recognised by their first bytes. The type that the browser sends and the
 * file's name are ignored: only the pixels are kept, and the site chooses name and type.
 */
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
        boolean lossless(byte[] file) {
            return !new WebpInspector(file).isLossyOnly();
        }

        @Override
        ImageReader reader() throws IOException {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
    };

    /** Whether the file begins as this format does. */
    abstract boolean begins(byte[] file);

    /** Whether the file keeps every pixel of its picture. */
    boolean lossless(byte[] file) {
        return this != JPEG;
    }

    /** A decoder for this format only. */
    ImageReader reader() throws IOException {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }

    /** The format that the file begins with; empty if it is not one of these. */
    static Optional<PictureType> of(byte[] file) {
        return Arrays.stream(values()).filter(t -> t.begins(file)).findFirst();
    }

    private static boolean starts(byte[] file, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
