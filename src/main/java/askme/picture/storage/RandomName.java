package askme.picture.storage;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The first part of the name of a stored picture. Nobody can guess it. */
public final class RandomName {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomName() {}

    /** 32 hexadecimal digits. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
