package askme.fill;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What one question is about: the words that stand for the {@code {slots}} of the sentences. Each is chosen once, so that
 * the question and its answers speak of the same class, the same error and the same goal; only numbers differ each time.
 */
final class Words {

    private static final int[] NUMBERS = {
        2, 3, 5, 7, 8, 10, 12, 15, 20, 24, 30, 40, 50, 60, 64, 80, 100, 120, 200, 256, 500
    };

    /** What may begin a sentence with a capital; names keep their own letters. */
    private static final Set<String> PLAIN = Set.of("symptom", "goal", "noun", "aspect");

    private final Map<String, String> chosen = new HashMap<>();
    private final Vocabulary language;
    private final Vocabulary identifiers;
    private final SplittableRandom dice;

    Words(Vocabulary language, Vocabulary identifiers, Map<String, String> given, SplittableRandom dice) {
        this.language = language;
        this.identifiers = identifiers;
        this.dice = dice;
        chosen.putAll(given);
    }

    /** {@code template} with its slots filled; braces around anything else are code and stay. */
    String fill(String template, SplittableRandom numbers) {
        StringBuilder text = new StringBuilder(template.length() + 64);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String word = close < 0 ? null : word(template.substring(open + 1, close), numbers);
            text.append(template, at, open);
            if (word == null) {
                text.append('{');
                at = open + 1;
            } else {
                text.append(open == 0 && PLAIN.contains(template.substring(1, close)) ? capital(word) : word);
                at = close + 1;
            }
        }
        return text.append(template, at, template.length()).toString();
    }

    private String word(String slot, SplittableRandom numbers) {
        if (slot.equals("n")) {
            return Integer.toString(NUMBERS[numbers.nextInt(NUMBERS.length)]);
        }
        String known = chosen.get(slot);
        if (known == null) {
            known = choose(slot);
            if (known != null) {
                chosen.put(slot, known);
            }
        }
        return known;
    }

    private String choose(String slot) {
        return switch (slot) {
            case "Class" -> identifiers.any("subject", dice) + identifiers.any("role", dice);
            case "var" -> identifiers.any("subject", dice).toLowerCase(Locale.ROOT);
            case "path" -> identifiers.any("table", dice);
            case "method2" -> identifiers.any("method", dice) + "All";
            case "ENV" ->
                (identifiers.any("subject", dice) + "_" + identifiers.any("role", dice)).toUpperCase(Locale.ROOT);
            case "method", "column", "table" -> identifiers.any(slot, dice);
            default -> language.has(slot) ? language.any(slot, dice) : null;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
