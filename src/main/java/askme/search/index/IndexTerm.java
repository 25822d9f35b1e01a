package askme.search.index;

import askme.words.Token;
import askme.words.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.IntStream;

/**
 * One term of a query.
 *
 * @param words its words in the index, in their order; all are required
 * @param name the words as one ({@code nodejs} for {@code node.js}), which may replace them; empty for a single word
 * @param kind {@link Token.Kind#WORD} for a word, NAME for several, PAIR for a run of a script without spaces, LAST for one
 *     character of such a script
 */
public record IndexTerm(List<String> words, String name, Token.Kind kind) {

    /** The most pairs of a run that are required; of a longer run, some over its whole length. */
    private static final int MOST_PAIRS = 12;

    /** A shorter beginning of a word is too common to search for. */
    private static final int SHORTEST_PREFIX = 3;

    /** The terms of {@code text}, in their order. */
    public static List<IndexTerm> of(String text) {
        List<IndexTerm> terms = new ArrayList<>();
        List<Token> words = new ArrayList<>();
        List<Token> pairs = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text)) {
            switch (token.kind()) {
                case WORD -> words.add(token);
                case NAME -> endName(token, words, terms);
                case PAIR -> {
                    endWords(words, terms);
                    pairs.add(token);
                }
                case LAST -> {
                    endWords(words, terms);
                    terms.add(run(pairs, token));
                    pairs.clear();
                }
            }
        }
        endWords(words, terms);
        return terms;
    }

    /** The words since the name's start become one term. A name inside of that name adds nothing. */
    private static void endName(Token name, List<Token> words, List<IndexTerm> terms) {
        List<Token> inName =
                words.stream().filter(word -> word.start() >= name.start()).toList();
        if (!inName.isEmpty()) {
            words.removeAll(inName);
            endWords(words, terms);
            terms.add(new IndexTerm(terms(inName), name.term(), Token.Kind.NAME));
        }
    }

    private static IndexTerm run(List<Token> pairs, Token last) {
        return pairs.isEmpty()
                ? new IndexTerm(List.of(last.term()), "", Token.Kind.LAST)
                : new IndexTerm(terms(pairs), "", Token.Kind.PAIR);
    }

    private static void endWords(List<Token> words, List<IndexTerm> terms) {
        words.forEach(word -> terms.add(new IndexTerm(List.of(word.term()), "", Token.Kind.WORD)));
        words.clear();
    }

    private static List<String> terms(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    /** The last word, of which the reader may have typed only the beginning. */
    public String last() {
        return words.get(words.size() - 1);
    }

    /** Whether the words that begin with the last one are few enough to be results. */
    public boolean prefixable() {
        return kind == Token.Kind.PAIR || last().codePointCount(0, last().length()) >= SHORTEST_PREFIX;
    }

    private List<String> significant() {
        if (words.size() <= MOST_PAIRS) {
            return words;
        }
        return IntStream.range(0, MOST_PAIRS)
                .mapToObj(i -> words.get(i * (words.size() - 1) / (MOST_PAIRS - 1)))
                .toList();
    }

    /**
     * Whether a text with these words contains this term.
     *
     * @param prefix whether its last word may be the beginning of a longer one
     */
    boolean in(NavigableSet<String> words, boolean prefix) {
        boolean beginning = prefix || kind == Token.Kind.LAST;
        boolean all = words.containsAll(significant().subList(0, significant().size() - 1))
                && contains(words, last(), beginning);
        return all || !name.isEmpty() && contains(words, name, beginning);
    }

    private static boolean contains(NavigableSet<String> words, String word, boolean beginning) {
        String first = words.ceiling(word);
        return first != null && (beginning ? first.startsWith(word) : first.equals(word));
    }

    /** Which part of the posts contains this term, at most. */
    double share(String field, boolean prefix, WordShares shares) {
        if (kind == Token.Kind.LAST) {
            return shares.ofBeginning(IndexWord.of(field, last()));
        }
        double least =
                prefix ? shares.ofBeginning(IndexWord.of(field, last())) : shares.of(IndexWord.of(field, last()));
        for (String word : significant().subList(0, significant().size() - 1)) {
            least = Math.min(least, shares.of(IndexWord.of(field, word)));
        }
        return least;
    }

    /** This term as a required part of an expression in boolean mode. */
    String required(String field, boolean prefix) {
        if (kind == Token.Kind.LAST) {
            return "+" + IndexWord.of(field, last()) + "*"; // Each pair that begins with it.
        }
        String end = prefix ? "*" : "";
        StringBuilder all = new StringBuilder();
        for (String word : significant()) {
            all.append(all.length() == 0 ? "+" : " +").append(IndexWord.of(field, word));
        }
        all.append(end);
        return name.isEmpty() ? all.toString() : "+(" + IndexWord.of(field, name) + end + " (" + all + "))";
    }
}
