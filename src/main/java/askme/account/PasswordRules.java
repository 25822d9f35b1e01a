package askme.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for a new password (ASVS 5.0, 6.2): long enough, not common, not the own name. No rules of composition. */
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;
    private static final String COMMON_FILE = "com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Set<String> COMMON_PASSWORDS = read();

    private PasswordRules() {}

    /** A rule that a password breaks. */
    enum Fault {
        MISSING,
        SHORT,
        LONG,
        COMMON,
        PERSONAL
    }

    /** The first rule that {@code password} breaks for the member with this nickname and e-mail. All may be null. */
    static Optional<Fault> fault(String password, String nickname, String email) {
        if (password == null || password.isEmpty()) {
            return Optional.of(Fault.MISSING);
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.LONG);
        }
        String lower = password.strip().toLowerCase(Locale.ROOT);
        if (COMMON_PASSWORDS.contains(lower) || lower.chars().distinct().count() == 1) {
            return Optional.of(Fault.COMMON);
        }
        return personal(lower, nickname, email) ? Optional.of(Fault.PERSONAL) : Optional.empty();
    }

    /** The number of common passwords with at least {@value #SHORTEST} characters. */
    static int commonPasswords() {
        return COMMON_PASSWORDS.size();
    }

    private static boolean personal(String lower, String nickname, String email) {
        String mail = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return lower.equals(mail)
                || lower.equals(mail.replaceAll("@.*", ""))
                || (nickname != null && lower.equals(nickname.strip().toLowerCase(Locale.ROOT)));
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getClassLoader().getResourceAsStream(COMMON_FILE)) {
            if (in == null) {
                throw new IllegalStateException("the library no longer holds " + COMMON_FILE);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(p -> p.length() >= SHORTEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
