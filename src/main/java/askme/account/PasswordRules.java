package askme.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for a new password (ASVS 5.0, 6.2): long enough, not common, not the own name or that of the site. No rules of composition.
 */
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;
    private static final String COMMON_FILE = "com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Set<String> COMMON_PASSWORDS = read();

    /** A name with fewer letters is in too many good passwords. */
    private static final int SHORTEST_NAME = 3;

    /** A name with at most this many digits and signs around it is guessed early. */
    private static final int MOST_AROUND_NAME = 6;

    private PasswordRules() {}

    /** A rule that a password breaks. */
    enum Fault {
        MISSING,
        SHORT,
        LONG,
        COMMON,
        PERSONAL
    }

    /**
     * The first rule that {@code password} breaks for the member with this nickname and e-mail. All may be null.
     *
     * @param site the names of the site
     */
    static Optional<Fault> fault(String password, String nickname, String email, List<String> site) {
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
        Stream<String> names = Stream.concat(Stream.of(orEmpty(nickname), beforeAt(email)), site.stream());
        return lower.equals(orEmpty(email).strip().toLowerCase(Locale.ROOT))
                        || names.anyMatch(name -> isLittleMoreThan(name, lower))
                ? Optional.of(Fault.PERSONAL)
                : Optional.empty();
    }

    /** The number of common passwords with at least {@value #SHORTEST} characters. */
    static int commonPasswords() {
        return COMMON_PASSWORDS.size();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String beforeAt(String email) {
        return orEmpty(email).replaceAll("@.*", "");
    }

    /** Whether the password is the name, once or several times, with a few digits and signs. */
    private static boolean isLittleMoreThan(String name, String password) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String letters = letters(lower);
        String core = letters(password);
        return lower.length() >= SHORTEST && password.equals(lower)
                || letters.length() >= SHORTEST_NAME
                        && !core.isEmpty()
                        && core.replace(letters, "").isEmpty()
                        && password.length() - core.length() <= MOST_AROUND_NAME;
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}+", "");
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
