package askme.fill;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Names as people choose them: a word pair, a first name with an initial, a first name with a year. */
final class Nicknames {

    private static final int FIRST_YEAR = 1965;
    private static final int YEARS = 45;
    private final Vocabulary names = Vocabulary.ofLines("names.txt");

    /** {@code count} different nicknames, none of those {@code taken} (in lower case). */
    String[] choose(int count, Set<String> taken, SplittableRandom dice) {
        Set<String> seen = new HashSet<>(taken);
        String[] chosen = new String[count];
        for (int i = 0; i < count; i++) {
            String name = one(dice);
            while (!seen.add(name.toLowerCase(Locale.ROOT))) {
                name = one(dice) + dice.nextInt(1, 10 * count + 10);
            }
            chosen[i] = name;
        }
        return chosen;
    }

    private String one(SplittableRandom dice) {
        String person = names.any("person", dice);
        return switch (dice.nextInt(5)) {
            case 0 -> names.any("first", dice) + "_" + names.any("second", dice);
            case 1 -> names.any("first", dice) + "-" + names.any("second", dice);
            case 2 -> person + "_" + (person.charAt(0) < 128 ? (char) ('a' + dice.nextInt(26)) : "к");
            case 3 -> person + (FIRST_YEAR + dice.nextInt(YEARS));
            default -> capital(person) + capital(names.any("second", dice));
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
