package askme.picture.decoding;

import static askme.picture.decoding.PictureType.GIF;
import static askme.picture.decoding.PictureType.JPEG;
import static askme.picture.decoding.PictureType.PNG;
import static askme.picture.decoding.PictureType.WEBP;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.member.Busy;
import askme.resilience.Bulkhead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of every uploaded picture, of an avatar and of a picture in a post. */
class PictureDecoderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsRead(int orientation) {
        byte[] jpeg = Pictures.halves("jpg", 40, 40);
        assertThat(ExifOrientation.of(JPEG, Pictures.turned(jpeg, orientation))).isEqualTo(orientation);
        assertThat(ExifOrientation.of(JPEG, Pictures.turned(jpeg, 99))).isEqualTo(1);
        assertThat(ExifOrientation.of(JPEG, Arrays.copyOf(Pictures.turned(jpeg, orientation), 20)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationOfPngAndWebpIsRead(int orientation) {
        byte[] png = Pictures.halves("png", 40, 40);
        for (boolean littleEndian : new boolean[] {false, true}) {
            byte[] turned = Pictures.turnedPng(png, Pictures.exif(orientation, littleEndian));
            assertThat(ExifOrientation.of(PNG, turned)).isEqualTo(orientation);
            assertThat(ExifOrientation.of(PNG, Arrays.copyOf(turned, 50))).isEqualTo(1);
            for (String name : new String[] {"", "Exif\0\0"}) {
                byte[] exif = Pictures.joined(name.getBytes(ISO_8859_1), Pictures.exif(orientation, littleEndian));
                assertThat(ExifOrientation.of(WEBP, Pictures.turnedWebp(exif))).isEqualTo(orientation);
            }
        }
        assertThat(ExifOrientation.of(PNG, png)).isEqualTo(1);
        assertThat(ExifOrientation.of(WEBP, Pictures.webp())).isEqualTo(1);
        assertThat(ExifOrientation.of(GIF, Pictures.halves("gif", 40, 40))).isEqualTo(1);
        assertThat(ExifOrientation.of(PNG, Pictures.turnedPng(png, new byte[] {'M', 'M', 0, 42})))
                .isEqualTo(1);
    }

    @Test
    void decoderStopsAtTheTimeLimit() {
        AllocationLimitedInput late = new AllocationLimitedInput(new byte[9], 1 << 30, Duration.ofNanos(-1));
        assertThatThrownBy(late::read).hasMessageContaining("too long");
    }

    @Test
    void requestWaitsForItsPictureForALimitedTime() throws Exception {
        Path file = Files.write(folder.resolve("picture"), new byte[1]);
        CountDownLatch never = new CountDownLatch(1);
        PictureDecoder decoder = new PictureDecoder(new Bulkhead(1, 0, Duration.ZERO), Duration.ofMillis(50));
        assertThatThrownBy(() -> decoder.convert(file, bytes -> waitFor(never))).isInstanceOf(Busy.class);
    }

    @Test
    void nextRequestIsRefusedWhileOthersWait() throws Exception {
        Path file = Files.write(folder.resolve("picture"), new byte[1]);
        PictureDecoder full = new PictureDecoder(new Bulkhead(0, 0, Duration.ZERO), Duration.ZERO);
        assertThatThrownBy(() -> full.convert(file, bytes -> bytes)).isInstanceOf(Busy.class);
    }

    private static Object waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latch;
    }
}
