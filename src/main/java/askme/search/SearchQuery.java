package askme.search;

import askme.markdown.Highlighter;
import askme.search.index.IndexPhrase;
import askme.search.index.IndexQuery;
import askme.search.index.IndexTerm;
import askme.tag.TagNames;
import askme.words.Token;
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
 * @param index the words and phrases for the index
 * @param ignored words that are not searched for: they are in most texts, or there are too many
 * @param plain the words as typed, without the filters
 * @param phrases the required phrases as typed
 * @param tags required tags, at most three
 * @param user the author's nickname, or null
 * @param answered true if the question must have answers, false if it must have none, null if both are wanted
 */
record SearchQuery(
        IndexQuery index,
        List<String> ignored,
        String plain,
        List<String> phrases,
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

    /** A name of so few letters, such as {@code R}, also finds the questions of its tag. */
    private static final int SHORT_NAME = 2;

    /** Parses {@code typed}; null means an empty text. */
    static SearchQuery of(String typed) {
        return new Parser().parse(typed == null ? "" : cut(Normalizer.normalize(typed, Normalizer.Form.NFC)));
    }

    /** Parses {@code typed} as a title: only words, without operators. */
    static SearchQuery words(String typed) {
        return of(typed == null ? null : typed.replaceAll("[\\[\\]\"]|(?<=\\s|^)-|(?<=user|is):", " "));
    }

    private static String cut(String text) {
        int end = Math.min(LONGEST, text.length());
        boolean splitPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitPair ? end - 1 : end);
    }

    /** Whether the query has something for the index. */
    boolean indexed() {
        return !index.isEmpty();
    }

    /** Whether the query has a filter. */
    boolean filtered() {
        return !tags.isEmpty() || user != null || answered != null;
    }

    /** Whether the query is empty. */
    boolean blank() {
        return !indexed() && !filtered() && plain.isEmpty();
    }

    /** Marks the searched words in a result. */
    Highlighter marks() {
        return marks(index.prefixable());
    }

    /** Marks the searched words in a suggestion. There one letter may be the beginning of a word. */
    Highlighter marksWhileTyping() {
        return marks(true);
    }

    private Highlighter marks(boolean withPrefix) {
        Set<String> whole = new HashSet<>();
        List<List<String>> runs = new ArrayList<>();
        for (IndexTerm term : index.terms()) {
            if (term.kind() == Token.Kind.PAIR || term.kind() == Token.Kind.LAST) {
                runs.add(term.words());
            } else {
                whole.addAll(term.words());
                whole.add(term.name());
            }
        }
        for (String phrase : phrases) {
            for (IndexTerm term : IndexTerm.of(phrase)) {
                if (term.kind() == Token.Kind.PAIR || term.kind() == Token.Kind.LAST) {
                    runs.add(term.words());
                } else {
                    whole.addAll(term.words());
                }
            }
        }
        return new Highlighter(whole, withPrefix ? lastWord() : "", runs);
    }

    /** The last term if it is a word; empty if the query has no term or its script has no words. */
    String lastWord() {
        List<IndexTerm> terms = index.terms();
        if (terms.isEmpty()) {
            return "";
        }
        IndexTerm last = terms.get(terms.size() - 1);
        return last.kind() == Token.Kind.WORD || last.kind() == Token.Kind.NAME ? last.last() : "";
    }

    /** The only word of the query if it has nothing else, otherwise empty. */
    String soleWord() {
        boolean sole = index.terms().size() == 1
                && index.terms().get(0).words().size() == 1
                && index.phrases().isEmpty()
                && index.excluded().isEmpty()
                && !filtered();
        return sole ? index.terms().get(0).last() : "";
    }

    /**
     * The name of a tag that the words do not find alone. It has signs ({@code c#}, {@code .net}) or only one or two letters,
     * and is the only word. Or it is the first name of a query without words.
     */
    Optional<String> tagNamed() {
        boolean sole = index.phrases().isEmpty() && index.excluded().isEmpty() && TagNames.valid(lower(plain));
        boolean named = !indexed() || sole && (SIGN.matcher(plain).find() || plain.length() <= SHORT_NAME);
        return named ? TagNames.parse(plain).names().stream().findFirst() : Optional.empty();
    }

    /** Equal for queries that find the same questions. */
    String key() {
        String text = indexed() ? index.key() + tagNamed().map(tag -> " " + tag).orElse("") : lower(plain);
        return filtered() ? text + " " + tags + " user:" + user + " answered:" + answered : text;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Collects the parts of a query. */
    private static final class Parser {

        private final List<IndexTerm> typed = new ArrayList<>();
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
            List<IndexTerm> different = typed.stream().distinct().toList();
            List<IndexTerm> rare =
                    different.stream().filter(term -> !isCommon(term)).toList();
            boolean onlyCommon = rare.isEmpty() && phrases.isEmpty();
            List<IndexTerm> terms =
                    (onlyCommon ? different : rare).stream().limit(MOST_TERMS).toList();
            List<String> ignored = different.stream()
                    .filter(term -> !terms.contains(term))
                    .map(term -> String.join(" ", term.words()))
                    .toList();
            return new SearchQuery(
                    new IndexQuery(terms, indexed(phrases), indexed(excluded)),
                    ignored,
                    plain.toString().strip(),
                    List.copyOf(phrases),
                    List.copyOf(tags),
                    user,
                    answered);
        }

        private static boolean isCommon(IndexTerm term) {
            return term.kind() == Token.Kind.WORD && StopWords.ALL.contains(term.last());
        }

        private static List<IndexPhrase> indexed(List<String> phrases) {
            return phrases.stream().map(IndexPhrase::of).limit(MOST_TERMS).toList();
        }

        private boolean tag(String name) {
            String tag = name == null ? "" : lower(name.strip());
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
            if (part.group("not") != null) {
                addTo(excluded, phrase != null ? phrase : part.group().substring(1));
            } else if (phrase != null) {
                addTo(phrases, phrase);
            } else {
                typed.addAll(IndexTerm.of(part.group()));
                plain.append(' ').append(part.group());
            }
        }

        private static void addTo(List<String> target, String text) {
            if (!IndexPhrase.of(text).isEmpty()) {
                target.add(text);
            }
        }
    }
}
