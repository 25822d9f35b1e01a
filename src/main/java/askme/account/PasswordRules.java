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

/** What a new password must be (ASVS 5.0, 6.2): long enough, and not one that is tried first. No rules of composition. */
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;
    private static final String COMMON = "com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Set<String> KNOWN = read();

    private PasswordRules() {}

    /** What is wrong with a password. */
    enum Fault {
        MISSING,
        SHORT,
        LONG,
        COMMON,
        PERSONAL
    }

    /** The first fault of {@code password} (null allowed) for somebody of this nickname and e-mail (null allowed). */
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
        if (KNOWN.contains(lower) || lower.chars().distinct().count() == 1) {
            return Optional.of(Fault.COMMON);
        }
        return personal(lower, nickname, email) ? Optional.of(Fault.PERSONAL) : Optional.empty();
    }

    /** How many common passwords of at least {@value #SHORTEST} characters are known. */
    static int known() {
        return KNOWN.size();
    }

    private static boolean personal(String lower, String nickname, String email) {
        String mail = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return lower.equals(mail)
                || lower.equals(mail.replaceAll("@.*", ""))
                || (nickname != null && lower.equals(nickname.strip().toLowerCase(Locale.ROOT)));
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getClassLoader().getResourceAsStream(COMMON)) {
            if (in == null) {
                throw new IllegalStateException("the library no longer holds " + COMMON);
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
