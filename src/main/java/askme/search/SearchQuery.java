package askme.search;

import askme.markdown.Folding;
import askme.markdown.Highlighter;
import askme.tag.TagNames;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed text of the search box. Any text gives a query, and the database accepts each of these queries. All words are
 * required, the last one as a prefix. {@code "a phrase"} and {@code -word} go to the index; {@code [tag]}, {@code user:name},
 * {@code is:answered} and {@code is:unanswered} are filters.
 *
 * @param words required whole words, folded
 * @param prefix the last word, which may be the beginning of a longer one; empty if there is no word
 * @param phrases required sequences of words
 * @param excluded words and sequences of words that must not occur
 * @param plain the words as typed, to search the titles if the index has none of the words
 * @param tags required tags, at most three
 * @param user the author's nickname, or null
 * @param answered true if the question must have answers, false if it must have none, null if both are wanted
 */
record SearchQuery(
        List<String> words,
        String prefix,
        List<String> phrases,
        List<String> excluded,
        String plain,
        List<String> tags,
        String user,
        Boolean answered) {

    /** The number of characters that are read; the rest is ignored. */
    static final int LONGEST = 100;

    /** The most words, and the most phrases, of a query: a pasted article must not become a query of a thousand terms. */
    static final int MOST_TERMS = 8;

    private static final Pattern PART = Pattern.compile("(?<not>-)?"
            + "(?:(?<=\\s|^|\\s-|^-)\\[(?<tag>[^\\[\\]]+)\\]"
            + "|\"(?<phrase>[^\"]*)\"?"
            + "|(?<key>user|is):(?<value>[^\\s\"]+)"
            + "|(?<word>[^\\s\"]+))");

    private static final Pattern SIGN = Pattern.compile("[+#.-]");

    /** Parses {@code typed}; null means an empty text. */
    static SearchQuery of(String typed) {
        return new Parser().parse(typed == null ? "" : cut(Normalizer.normalize(typed, Normalizer.Form.NFC)));
    }

    /** Parses {@code typed} as a title: only words, without a prefix and without operators. */
    static SearchQuery words(String typed) {
        SearchQuery query = of(typed == null ? null : typed.replaceAll("[\\[\\]\":-]", " "));
        List<String> whole = new ArrayList<>(query.words);
        if (!query.prefix.isEmpty()) {
            whole.add(query.prefix);
        }
        return new SearchQuery(whole, "", List.of(), List.of(), query.plain, List.of(), null, null);
    }

    private static String cut(String text) {
        int end = Math.min(LONGEST, text.length());
        boolean splitPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitPair ? end - 1 : end);
    }

    /** Whether the query has something for the index. */
    boolean indexed() {
        return !words.isEmpty() || !prefix.isEmpty() || !phrases.isEmpty();
    }

    /** Whether the query has a filter. */
    boolean filtered() {
        return !tags.isEmpty() || user != null || answered != null;
    }

    /** Whether the query is empty. */
    boolean blank() {
        return !indexed() && !filtered() && plain.isEmpty();
    }

    /** The expression for {@code AGAINST (… IN BOOLEAN MODE)}; empty if nothing is {@link #indexed}. */
    String against() {
        List<String> terms = new ArrayList<>();
        words.forEach(word -> terms.add("+" + word));
        phrases.forEach(phrase -> terms.add("+\"" + phrase + "\""));
        if (!prefix.isEmpty()) {
            terms.add("+" + prefix + "*");
        }
        excluded.forEach(term -> terms.add(term.contains(" ") ? "-\"" + term + "\"" : "-" + term));
        return indexed() ? String.join(" ", terms) : "";
    }

    /** The same words without operators. None is required and none is a prefix: titles with more of them rank higher. */
    String anyWords() {
        List<String> terms = new ArrayList<>(words);
        phrases.forEach(phrase ->
                IndexWords.of(phrase).stream().filter(IndexWords::indexed).forEach(terms::add));
        if (!prefix.isEmpty()) {
            terms.add(prefix);
        }
        return String.join(" ", terms);
    }

    /** Marks the searched words in a result. */
    Highlighter marks() {
        Set<String> whole = new HashSet<>(words);
        phrases.forEach(phrase -> whole.addAll(IndexWords.of(phrase)));
        if (indexed()) {
            return new Highlighter(whole, prefix);
        }
        List<String> typed = IndexWords.of(plain);
        return new Highlighter(new HashSet<>(typed), typed.isEmpty() ? "" : typed.get(typed.size() - 1));
    }

    /** The prefix if the query has nothing else, otherwise empty. */
    String solePrefix() {
        boolean sole = words.isEmpty() && phrases.isEmpty() && excluded.isEmpty() && !filtered();
        return sole ? prefix : "";
    }

    /**
     * The name of a tag that the index does not know: the index has nothing of it ({@code c#}), or only a part without its
     * signs ({@code .net}). A word of the second kind must be the only one. If the index has none of the words, the first counts.
     */
    Optional<String> tagNamed() {
        boolean known = indexed()
                && !(phrases.isEmpty()
                        && excluded.isEmpty()
                        && SIGN.matcher(plain).find()
                        && TagNames.valid(plain.toLowerCase(Locale.ROOT)));
        return known ? Optional.empty() : TagNames.parse(plain).names().stream().findFirst();
    }

    /** Equal for queries that find the same questions. */
    String key() {
        String text = indexed() ? against() + tagNamed().map(tag -> " " + tag).orElse("") : Folding.fold(plain);
        return filtered() ? text + " " + tags + " user:" + user + " answered:" + answered : text;
    }

    /** Collects the parts of a query. */
    private static final class Parser {

        private final List<String> typed = new ArrayList<>();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private String user;
        private Boolean answered;

        SearchQuery parse(String text) {
            Matcher part = PART.matcher(text);
            while (part.find()) {
                boolean isFilter = part.group("not") == null && (tag(part.group("tag")) || key(part));
                if (!isFilter) {
                    term(part);
                }
            }
            List<String> words =
                    IndexWords.significant(typed).stream().limit(MOST_TERMS).toList();
            int last = words.size() - 1;
            return new SearchQuery(
                    last < 0 ? List.of() : words.subList(0, last),
                    last < 0 ? "" : words.get(last),
                    phrases.stream().limit(MOST_TERMS).toList(),
                    excluded.stream().limit(MOST_TERMS).toList(),
                    plain.toString().strip(),
                    List.copyOf(tags),
                    user,
                    answered);
        }

        private boolean tag(String name) {
            String tag = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
            if (!TagNames.valid(tag) || tags.size() == TagNames.MOST) {
                return false;
            }
            tags.add(tag);
            return true;
        }

        private boolean key(Matcher part) {
            String value = part.group("value");
            if ("user".equals(part.group("key"))) {
                user = value;
                return true;
            }
            if ("answered".equals(value) || "unanswered".equals(value)) {
                answered = "answered".equals(value);
                return true;
            }
            return false;
        }

        private void term(Matcher part) {
            String phrase = part.group("phrase");
            String not = part.group("not");
            if (phrase != null) {
                phrase(IndexWords.of(phrase), not != null ? excluded : phrases);
            } else if (not != null) {
                IndexWords.of(part.group()).stream().filter(IndexWords::indexed).forEach(excluded::add);
            } else {
                typed.addAll(IndexWords.of(part.group()));
                plain.append(' ').append(part.group());
            }
        }

        /** The index finds a sequence of words by those of its words that it contains. */
        private static void phrase(List<String> words, List<String> target) {
            if (words.stream().anyMatch(IndexWords::indexed)) {
                target.add(String.join(" ", words));
            }
        }
    }
}
