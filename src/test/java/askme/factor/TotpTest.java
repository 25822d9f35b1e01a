package askme.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Totp totp = new Totp();

    /** RFC 6238, appendix B, the last six of eight digits. */
    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(totp.code(SECRET, 59 / 30)).isEqualTo("287082");
        assertThat(totp.code(SECRET, 1111111109L / 30)).isEqualTo("081804");
        assertThat(totp.code(SECRET, 2000000000L / 30)).isEqualTo("279037");
    }

    @Test
    void clockMayBeWrongByOnePeriod() {
        Instant now = Instant.ofEpochSecond(3000);
        for (long step = 98; step <= 102; step++) {
            boolean accepted =
                    totp.step(SECRET, totp.code(SECRET, step), 0, now).isPresent();
            assertThat(accepted).as("step " + step).isEqualTo(step >= 99 && step <= 101);
        }
    }

    @Test
    void codeWorksOnceAndNoOlderOneAfterIt() {
        Instant now = Instant.ofEpochSecond(3000);
        assertThat(totp.step(SECRET, totp.code(SECRET, 100), 99, now)).hasValue(100);
        assertThat(totp.step(SECRET, totp.code(SECRET, 100), 100, now)).isEmpty();
        assertThat(totp.step(SECRET, totp.code(SECRET, 99), 100, now)).isEmpty();
    }

    @Test
    void spacesAreIgnoredAndOtherTextIsRefused() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(totp.step(SECRET, " 287 082 ", 0, now)).isPresent();
        for (String wrong : List.of("", "287083", "2870821", "28708", "abcdef")) {
            assertThat(totp.step(SECRET, wrong, 0, now)).as(wrong).isEmpty();
        }
    }

    @Test
    void base32IsThatOfTheStandard() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MY");
        assertThat(Base32.grouped("MZXW6YTBOI", " ")).isEqualTo("MZXW 6YTB OI");
    }

    @Test
    void recoveryCodesDifferAndMayBeTypedInAnyForm() {
        List<String> codes = RecoveryCode.next(new SecureRandom());
        assertThat(codes).hasSize(RecoveryCode.COUNT).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}"));
        String code = codes.get(0);
        assertThat(RecoveryCode.hash(code.toUpperCase().replace("-", " ")))
                .isEqualTo(RecoveryCode.hash(code))
                .isNotEqualTo(RecoveryCode.hash(codes.get(1)));
    }

    @Test
    void qrCodeIsAPictureWithoutScript() {
        assertThat(QrCode.of("otpauth://totp/a:b?secret=MY")).startsWith("data:image/svg+xml;base64,");
    }
}
