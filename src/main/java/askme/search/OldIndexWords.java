package askme.search;

import askme.words.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The expression for the FULLTEXT indexes of {@code V5__search.sql}, which contain no word of one or two letters and no stop
 * word. Only letters, digits and {@code _} belong to a word, so no operator of boolean mode remains.
 */
final class OldIndexWords {

    /** {@code innodb_ft_min_token_size}, in characters. */
    private static final int SHORTEST = 3;

    /** {@code innodb_ft_max_token_size}. */
    private static final int LONGEST = 84;

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private OldIndexWords() {}

    /** All words and phrases of {@code query}, the last word as a prefix; empty if the indexes can hold none of them. */
    static String against(SearchQuery query) {
        List<String> words = significant(query.plain());
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            terms.add("+" + words.get(i) + (i == words.size() - 1 ? "*" : ""));
        }
        for (String phrase : query.phrases()) {
            List<String> inPhrase = split(phrase);
            if (inPhrase.stream().anyMatch(OldIndexWords::indexed)) {
                terms.add("+\"" + String.join(" ", inPhrase) + "\"");
            }
        }
        if (!terms.isEmpty()) {
            query.index().excluded().stream()
                    .flatMap(phrase -> phrase.words().stream())
                    .filter(word -> indexed(word) && split(word).equals(List.of(word)))
                    .forEach(word -> terms.add("-" + word));
        }
        return String.join(" ", terms);
    }

    /** The words of {@code query} without operators. */
    static String anyOf(SearchQuery query) {
        return String.join(" ", significant(query.plain()));
    }

    /** The words of {@code typed} that these indexes cannot find. */
    static List<String> unindexed(String typed) {
        return split(typed).stream().filter(word -> !indexed(word)).distinct().toList();
    }

    private static List<String> significant(String typed) {
        List<String> indexed = split(typed).stream()
                .filter(OldIndexWords::indexed)
                .distinct()
                .limit(SearchQuery.MOST_TERMS)
                .toList();
        List<String> rare = indexed.stream()
                .filter(word -> !StopWords.COMMON.contains(Folding.fold(word)))
                .toList();
        return rare.isEmpty() ? indexed : rare;
    }

    private static List<String> split(String text) {
        return Arrays.stream(SEPARATOR.split(text.toLowerCase(java.util.Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean indexed(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST && length <= LONGEST && !StopWords.UNINDEXED.contains(word);
    }
}
