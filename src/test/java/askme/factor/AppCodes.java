package askme.factor;

import java.time.Instant;
import java.util.Arrays;

/** The authenticator app of a test. */
public final class AppCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AppCodes() {}

    /** The code of the present period for the secret that the page shows. */
    public static String now(String secret) {
        return code(secret, 0);
    }

    /** The code of the period before, so that a test has another one left. */
    public static String before(String secret) {
        return code(secret, -1);
    }

    private static String code(String secret, int period) {
        return new Totp().code(decoded(secret.replace(" ", "")), Instant.now().getEpochSecond() / 30 + period);
    }

    private static byte[] decoded(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (char c : text.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[next++] = (byte) (buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return Arrays.copyOf(bytes, next);
    }
}
