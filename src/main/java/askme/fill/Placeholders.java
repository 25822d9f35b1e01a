package askme.fill;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Replaces the {@code {placeholders}} in the sentences of one question and its answers. The word for each is chosen once,
 * so that all texts name the same class, the same error and the same goal. Only numbers differ at each use.
 */
final class Placeholders {

    private static final int[] NUMBERS = {
        2, 3, 5, 7, 8, 10, 12, 15, 20, 24, 30, 40, 50, 60, 64, 80, 100, 120, 200, 256, 500
    };

    /** Placeholders whose word gets a capital at the start of a sentence. The other words are names, which do not change. */
    private static final Set<String> PLAIN = Set.of("symptom", "goal", "noun", "aspect");

    private final Map<String, String> chosen = new HashMap<>();
    private final Vocabulary language;
    private final Vocabulary identifiers;
    private final SplittableRandom random;

    Placeholders(Vocabulary language, Vocabulary identifiers, Map<String, String> given, SplittableRandom random) {
        this.language = language;
        this.identifiers = identifiers;
        this.random = random;
        chosen.putAll(given);
    }

    /** {@code template} with its placeholders replaced. Braces around anything else are code and stay. */
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

    private String word(String placeholder, SplittableRandom numbers) {
        if (placeholder.equals("n")) {
            return Integer.toString(NUMBERS[numbers.nextInt(NUMBERS.length)]);
        }
        String found = chosen.get(placeholder);
        if (found == null) {
            found = choose(placeholder);
            if (found != null) {
                chosen.put(placeholder, found);
            }
        }
        return found;
    }

    private String choose(String placeholder) {
        return switch (placeholder) {
            case "Class" -> identifiers.any("subject", random) + identifiers.any("role", random);
            case "var" -> identifiers.any("subject", random).toLowerCase(Locale.ROOT);
            case "path" -> identifiers.any("table", random);
            case "method2" -> identifiers.any("method", random) + "All";
            case "ENV" ->
                (identifiers.any("subject", random) + "_" + identifiers.any("role", random)).toUpperCase(Locale.ROOT);
            case "method", "column", "table" -> identifiers.any(placeholder, random);
            default -> language.has(placeholder) ? language.any(placeholder, random) : null;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
