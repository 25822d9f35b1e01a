package askme.search.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which part of the posts contains a word, learned from a sample of rows of the index. A word that is not common has 0. */
public final class WordShares {

    /** Of no sample: every word has 0. */
    public static final WordShares UNKNOWN = new WordShares(new TreeMap<>());

    private static final double LEAST = 0.001;
    private static final char AFTER_EACH_CHARACTER = '~';

    /** By letter of the field and word, without the shard. */
    private final TreeMap<String, Double> common;

    private WordShares(TreeMap<String, Double> common) {
        this.common = common;
    }

    /** @param rows the column {@code words} of the sample */
    static WordShares of(List<String> rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (String row : rows) {
            Set<String> words = new HashSet<>();
            for (String word : row.split(" ")) {
                words.add(withoutShard(word));
            }
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        TreeMap<String, Double> common = new TreeMap<>();
        counts.forEach((word, count) -> {
            if (count > LEAST * rows.size()) {
                common.put(word, (double) count / rows.size());
            }
        });
        return new WordShares(common);
    }

    private static String withoutShard(String word) {
        return word.charAt(0) + word.substring(Field.LENGTH);
    }

    /** @param word a word of the index, see {@link IndexWord#of} */
    double of(String word) {
        return common.getOrDefault(withoutShard(word), 0.0);
    }

    /** The sum for the words that begin with {@code beginning}. A post with two of them counts twice. */
    double ofBeginning(String beginning) {
        String first = withoutShard(beginning);
        return common.subMap(first, first + AFTER_EACH_CHARACTER).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
