package askme.views;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a visitor and a question into some bits of a filter. The key is random and forgotten after some hours. The bits hold too little
 * to find an address again, even with the key.
 */
final class VisitorDigest {

    /** How many bits a visitor sets. */
    static final int BITS = 4;

    /** The filter has 2^25 bits, 4 MB. With a million visitors about one in 6,000 is taken for another one, and not counted. */
    private static final int FILTER_SIZE = 1 << 25;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    VisitorDigest(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The places of the bits for {@code view}. */
    int[] bits(View view) {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, view.question()));
        mac.update(view.network().getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(view.browser().getBytes(StandardCharsets.UTF_8)));
        int[] bits = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            bits[i] = digest.getInt() & (FILTER_SIZE - 1);
        }
        return bits;
    }
}
