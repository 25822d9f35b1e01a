package askme.search;

import askme.markdown.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits text into the words of a FULLTEXT index. Only letters, digits and {@code _} belong to a word. So no operator of
 * boolean mode remains: most operators in a wrong position are a syntax error (1064) in InnoDB.
 */
final class IndexWords {

    /** {@code innodb_ft_min_token_size}, in characters: shorter words are not in the index. */
    static final int SHORTEST = 3;

    /** {@code innodb_ft_max_token_size}. */
    static final int LONGEST = 84;

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private IndexWords() {}

    /** The words of {@code text}, folded, in order. */
    static List<String> of(String text) {
        return Arrays.stream(SEPARATOR.split(text))
                .filter(word -> !word.isEmpty())
                .map(Folding::fold)
                .toList();
    }

    /** Whether the index can hold {@code word}. */
    static boolean indexed(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST && length <= LONGEST && !StopWords.UNINDEXED.contains(word);
    }

    /** The indexed words of {@code words}, without common words if at least one rare word remains. */
    static List<String> significant(List<String> words) {
        List<String> indexed =
                words.stream().filter(IndexWords::indexed).distinct().toList();
        List<String> rare = indexed.stream()
                .filter(word -> !StopWords.COMMON.contains(word))
                .toList();
        return rare.isEmpty() ? indexed : rare;
    }
}
