package askme.account.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/** A code of 25 letters and digits that people can type: none looks like another one. The database has its SHA-256. */
final class ClaimCode {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClaimCode() {}

    /** A new one, in groups such as {@code abcde-fgh23}. */
    static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** The hash of a code as somebody typed it: capital letters, spaces and hyphens make no difference. */
    static byte[] hash(String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}-]+", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
