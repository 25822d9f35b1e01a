package askme.search.index;

import askme.words.Token;
import askme.words.Tokenizer;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
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
     * How {@code field} is searched for this query.
     *
     * @param prefix whether the last term may be the beginning of a longer word
     */
    public IndexSearch in(Field field, boolean prefix, WordShares shares) {
        return new IndexSearch(this, field, prefix, shares);
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

    /**
     * Whether {@code text} contains the required terms, and all words of the required phrases.
     *
     * @param prefix as for {@link #in}
     */
    public boolean isIn(String text, boolean prefix) {
        NavigableSet<String> words =
                Tokenizer.tokens(text).stream().map(Token::term).collect(Collectors.toCollection(TreeSet::new));
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).in(words, prefix && i == terms.size() - 1)) {
                return false;
            }
        }
        return phrases.stream().allMatch(phrase -> words.containsAll(phrase.words()));
    }

    /** Equal for queries that find the same. */
    public String key() {
        return in(Field.QUESTION, prefixable(), WordShares.UNKNOWN).against(List.of(0));
    }
}
