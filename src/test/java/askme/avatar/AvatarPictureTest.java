package askme.avatar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import askme.picture.decoding.PictureFile;
import askme.picture.decoding.PictureRefused;
import askme.picture.decoding.PictureRefused.Fault;
import askme.picture.decoding.Pictures;
import askme.picture.decoding.UploadedPicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarPictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void permittedFormatBecomesASquare(String format) throws Exception {
        BufferedImage avatar = decoded(AvatarPicture.square(Pictures.halves(format, 900, 300)));
        assertThat(avatar.getWidth()).isEqualTo(AvatarPicture.SIDE);
        assertThat(avatar.getHeight()).isEqualTo(AvatarPicture.SIDE);
        assertThat(reddish(avatar.getRGB(20, 128))).isTrue();
        assertThat(reddish(avatar.getRGB(236, 128))).isFalse();
    }

    @Test
    void webpBecomesASquare() throws Exception {
        assertThat(decoded(AvatarPicture.square(Pictures.webp())).getWidth()).isEqualTo(AvatarPicture.SIDE);
    }

    @Test
    void webpLargerThanItsCanvasIsRefused() {
        assertThat(faultOf(Pictures.webpBomb(16_383))).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    /** The tables would take hundreds of megabytes, too much for the heap in the container. */
    @Test
    void decoderStopsAtTheMemoryLimit() throws Exception {
        long before = allocated();
        assertThat(faultOf(Pictures.webpOfManyCodes())).isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(allocated() - before)
                .isBetween(UploadedPicture.MOST_MEMORY, UploadedPicture.MOST_MEMORY + (8 << 20));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void largePictureAndSinglePixelAreAccepted() throws Exception {
        assertThat(decoded(AvatarPicture.square(Pictures.halves("jpg", 4000, 3000)))
                        .getWidth())
                .isEqualTo(AvatarPicture.SIDE);
        assertThat(decoded(AvatarPicture.square(Pictures.halves("png", 1, 1))).getWidth())
                .isEqualTo(AvatarPicture.SIDE);
    }

    @Test
    void pictureIsTurnedAndLosesItsMetadata() throws Exception {
        byte[] upsideDown = Pictures.turned(Pictures.halves("jpg", 400, 400), 3);
        PictureFile avatar = AvatarPicture.square(upsideDown);
        assertThat(reddish(decoded(avatar).getRGB(20, 128))).isFalse();
        assertThat(new String(upsideDown, ISO_8859_1)).contains("Exif");
        assertThat(new String(avatar.bytes(), ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void pngIsTurned() throws Exception {
        byte[] upsideDown = Pictures.turnedPng(Pictures.halves("png", 400, 400), Pictures.exif(3, false));
        assertThat(reddish(decoded(AvatarPicture.square(upsideDown)).getRGB(20, 128)))
                .isFalse();
        assertThat(reddish(decoded(AvatarPicture.square(Pictures.halves("png", 400, 400)))
                        .getRGB(20, 128)))
                .isTrue();
    }

    @Test
    void pixelBombIsRefusedByItsHeader() {
        byte[] bomb = Pictures.bomb(50_000);
        assertThat(bomb.length).isLessThan(500);
        assertThat(faultOf(bomb)).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    /** It took seven seconds of processor time, each time. */
    @Test
    void manyScansOfALargePictureAreRefused() {
        byte[] slow = Pictures.ofManyScans(5000, 60);
        assertThat(slow.length).isLessThan(100_000);
        assertThat(faultOf(slow)).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void pictureThatIsAlsoAPageIsRefused() {
        byte[] script = "<script>alert(1)</script>".getBytes(ISO_8859_1);
        assertThat(faultOf(Pictures.joined(Pictures.halves("gif", 10, 10), script)))
                .isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf(Pictures.joined("GIF89a/*".getBytes(ISO_8859_1), script)))
                .isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1)))
                .isEqualTo(Fault.NOT_A_PICTURE);
    }

    @Test
    void pictureThatIsAlsoAnArchiveIsRefused() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("A.class"));
        }
        assertThat(faultOf(Pictures.joined(Pictures.halves("jpg", 10, 10), zip.toByteArray())))
                .isEqualTo(Fault.NOT_A_PICTURE);
    }

    @Test
    void firstBytesAloneAreRefused() {
        assertThat(faultOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3}))
                .isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf("RIFF    WEBPVP8 ".getBytes(ISO_8859_1))).isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf(new byte[0])).isEqualTo(Fault.NOT_A_PICTURE);
        assertThat(faultOf("BM a bitmap".getBytes(ISO_8859_1))).isEqualTo(Fault.NOT_A_PICTURE);
    }

    @Test
    void damagedFileIsRefusedNotFailed() {
        byte[] good = Pictures.halves("png", 60, 60);
        for (int cut = 0; cut < good.length; cut += 3) {
            byte[] damaged = good.clone();
            Arrays.fill(damaged, cut, Math.min(good.length, cut + 5), (byte) 0x7f);
            for (byte[] file : new byte[][] {damaged, Arrays.copyOf(good, cut)}) {
                try {
                    AvatarPicture.square(file);
                } catch (PictureRefused e) {
                    assertThat(e.fault()).isNotNull();
                }
            }
        }
    }

    @Test
    void overFiveMegabytesIsRefused() {
        assertThat(faultOf(new byte[AvatarPicture.MOST_BYTES + 1])).isEqualTo(Fault.TOO_LARGE);
    }

    private static Fault faultOf(byte[] file) {
        return catchThrowableOfType(PictureRefused.class, () -> AvatarPicture.square(file))
                .fault();
    }

    private static BufferedImage decoded(PictureFile avatar) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(avatar.bytes()));
    }

    private static boolean reddish(int rgb) {
        Color colour = new Color(rgb);
        return colour.getRed() > colour.getBlue();
    }
}
