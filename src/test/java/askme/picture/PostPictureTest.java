package askme.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import askme.markdown.PictureAddress;
import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.decoding.PictureRefused.Fault;
import askme.picture.decoding.Pictures;
import askme.picture.storage.RandomName;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostPictureTest {

    @ParameterizedTest
    @CsvSource({"jpg, jpg", "png, png", "gif, png"})
    void permittedFormatIsDrawnAgain(String format, String stored) throws Exception {
        PostPicture picture = of(Pictures.halves(format, 640, 480));
        assertThat(picture.address().extension()).isEqualTo(stored);
        assertThat(picture.address().hasSmall()).isFalse();
        BufferedImage drawn = decoded(picture.full());
        assertThat(drawn.getWidth()).isEqualTo(640).isEqualTo(picture.address().width());
        assertThat(drawn.getHeight()).isEqualTo(480).isEqualTo(picture.address().height());
        assertThat(reddish(drawn.getRGB(20, 240))).isTrue();
        assertThat(reddish(drawn.getRGB(620, 240))).isFalse();
    }

    @Test
    void webpIsDrawnAgain() throws Exception {
        assertThat(decoded(of(Pictures.webp()).full()).getWidth()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 2000, 1500",
        "5000, 4000, 2000, 1600",
        "2100, 30, 2000, 29",
        "200, 12000, 167, 9999",
        "3840, 2160, 2000, 1125"
    })
    void largePictureIsMadeSmaller(int width, int height, int storedWidth, int storedHeight) throws Exception {
        PostPicture picture = of(Pictures.halves("jpg", width, height));
        assertThat(decoded(picture.full()).getWidth()).isEqualTo(storedWidth);
        assertThat(decoded(picture.full()).getHeight()).isEqualTo(storedHeight);
        PictureAddress address = picture.address();
        assertThat(address.name()).endsWith("-" + storedWidth + "x" + storedHeight + ".jpg");
        BufferedImage small = decoded(picture.small());
        assertThat(small.getWidth()).isEqualTo(address.smallWidth()).isLessThanOrEqualTo(800);
        assertThat(small.getHeight()).isEqualTo(address.smallHeight()).isLessThanOrEqualTo(600);
    }

    @Test
    void transparencyIsKept() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 20, BufferedImage.TYPE_INT_ARGB), "png", file);
        PostPicture picture = of(file.toByteArray());
        assertThat(decoded(picture.full()).getRGB(5, 5) >>> 24).isZero();
        assertThat(decoded(picture.small()).getRGB(5, 5) >>> 24).isZero();
    }

    /** A photograph as PNG is many times larger than as JPEG. */
    @Test
    void photographBecomesJpeg() throws Exception {
        BufferedImage noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(1);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                int level = (x + y) / 4 + random.nextInt(9);
                noise.setRGB(x, y, new Color(level, level, random.nextInt(9)).getRGB());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", file);
        assertThat(of(file.toByteArray()).address().extension()).isEqualTo("jpg");
    }

    @Test
    void pictureIsTurnedAndLosesItsMetadata() throws Exception {
        byte[] onItsSide = Pictures.turned(Pictures.halves("jpg", 400, 100), 6);
        PostPicture picture = of(onItsSide);
        assertThat(picture.address().width()).isEqualTo(100);
        assertThat(picture.address().height()).isEqualTo(400);
        assertThat(reddish(decoded(picture.full()).getRGB(50, 20))).isTrue();
        assertThat(new String(picture.full().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void badFilesAreRefused() {
        assertThat(faultOf(Pictures.bomb(60_000))).isEqualTo(Fault.TOO_MANY_PIXELS);
        assertThat(faultOf(Pictures.webpBomb(16_383))).isEqualTo(Fault.TOO_MANY_PIXELS);
        assertThat(faultOf(Pictures.webpOfManyCodes())).isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf(Pictures.ofManyScans(5000, 60))).isEqualTo(Fault.TOO_MANY_PIXELS);
        assertThat(faultOf(new byte[PostPicture.MOST_BYTES + 1])).isEqualTo(Fault.TOO_LARGE);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faultOf(Pictures.joined(Pictures.halves("gif", 10, 10), script)))
                .isEqualTo(Fault.NOT_A_PICTURE);
    }

    private static PostPicture of(byte[] file) throws PictureRefused {
        return PostPicture.of(file, RandomName.next());
    }

    private static Fault faultOf(byte[] file) {
        return catchThrowableOfType(PictureRefused.class, () -> of(file)).fault();
    }

    private static BufferedImage decoded(PictureFile file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.bytes()));
    }

    private static boolean reddish(int rgb) {
        Color colour = new Color(rgb);
        return colour.getRed() > colour.getBlue();
    }
}
