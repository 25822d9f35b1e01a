package askme.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search in the index. The database accepts each expression: it consists of ASCII words and of operators in valid
 * places.
 *
 * @param terms the required terms; the last one may be the beginning of a longer word
 * @param phrases the required phrases
 * @param excluded words and phrases that must not occur
 */
public record IndexQuery(List<IndexTerm> terms, List<IndexPhrase> phrases, List<IndexPhrase> excluded) {

    /** More words of a pasted title do not make its similar questions better. */
    private static final int MOST_ALTERNATIVES = 24;

    /** Whether there is something to search for. */
    public boolean isEmpty() {
        return terms.isEmpty() && phrases.isEmpty();
    }

    /** Whether the last term is long enough to be the beginning of a word. */
    public boolean prefixable() {
        return !terms.isEmpty() && terms.get(terms.size() - 1).prefixable();
    }

    /**
     * The expression for {@code AGAINST (… IN BOOLEAN MODE)} that finds the query in some shards.
     *
     * @param prefix whether the last term may be the beginning of a longer word
     */
    public String against(Field field, List<Integer> shards, boolean prefix) {
        if (shards.size() == 1) {
            return inShard(field.in(shards.get(0)), prefix);
        }
        return shards.stream()
                .map(shard -> "(" + inShard(field.in(shard), prefix) + ")")
                .collect(Collectors.joining(" "));
    }

    private String inShard(String field, boolean prefix) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            parts.add(terms.get(i).required(field, prefix && i == terms.size() - 1));
        }
        phrases.forEach(phrase -> parts.add(phrase.part("+", field)));
        excluded.forEach(phrase -> parts.add(phrase.part("-", field)));
        return String.join(" ", parts);
    }

    /** An expression without operators: texts with more of the words, and with rarer ones, are better matches. */
    public String anyOf(Field field, List<Integer> shards) {
        List<String> words = terms.stream()
                .flatMap(term -> Stream.concat(
                        term.words().stream(), Stream.of(term.name()).filter(name -> !name.isEmpty())))
                .distinct()
                .limit(MOST_ALTERNATIVES)
                .toList();
        return shards.stream()
                .flatMap(shard -> words.stream().map(word -> IndexWord.of(field.in(shard), word)))
                .collect(Collectors.joining(" "));
    }

    /** Equal for queries that find the same. */
    public String key() {
        return against(Field.QUESTION, List.of(0), prefixable());
    }
}
