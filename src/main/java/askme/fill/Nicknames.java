package askme.fill;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Nicknames as people choose them: two words, a first name with an initial, or a first name with a year. */
final class Nicknames {

    private static final int FIRST_YEAR = 1965;
    private static final int YEARS = 45;
    private final Vocabulary names = Vocabulary.ofLines("names.txt");

    /** {@code count} different nicknames, none of them in {@code taken}, which is in lower case. */
    String[] choose(int count, Set<String> taken, SplittableRandom random) {
        Set<String> seen = new HashSet<>(taken);
        String[] chosen = new String[count];
        for (int i = 0; i < count; i++) {
            String name = one(random);
            while (!seen.add(name.toLowerCase(Locale.ROOT))) {
                name = one(random) + random.nextInt(1, 10 * count + 10);
            }
            chosen[i] = name;
        }
        return chosen;
    }

    private String one(SplittableRandom random) {
        String person = names.any("person", random);
        return switch (random.nextInt(5)) {
            case 0 -> names.any("first", random) + "_" + names.any("second", random);
            case 1 -> names.any("first", random) + "-" + names.any("second", random);
            case 2 -> person + "_" + (isLatin(person) ? (char) ('a' + random.nextInt(26)) : "к");
            case 3 -> person + (FIRST_YEAR + random.nextInt(YEARS));
            default -> capital(person) + capital(names.any(isLatin(person) ? "second" : "second-cyrillic", random));
        };
    }

    /** A nickname must not mix alphabets. */
    private static boolean isLatin(String name) {
        return name.charAt(0) < 128;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
