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
 * What was typed into the search box, understood. Total: any text gives a query, and no text gives one that the database
 * refuses. Words are required, the last one as a prefix; {@code "a phrase"} and {@code -word} pass to the index,
 * {@code [tag]}, {@code user:name}, {@code is:answered} and {@code is:unanswered} narrow down.
 *
 * @param words required whole words, folded
 * @param prefix the last word, of which the beginning is enough; empty for none
 * @param phrases required runs of words
 * @param excluded words and runs of words that may not occur
 * @param plain the words as typed, for a look-up in the titles where none of them is in the index
 * @param tags required tags, at most three
 * @param user the author's nickname, or null
 * @param answered whether there must be (true) or may be no (false) answers; null for either
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

    /** Characters that are read; what comes after is left out. */
    static final int LONGEST = 100;

    /** Words and phrases that are looked for; a pasted article must not become a query of a thousand terms. */
    static final int MOST_TERMS = 8;

    private static final Pattern PART = Pattern.compile("(?<not>-)?"
            + "(?:(?<=\\s|^|\\s-|^-)\\[(?<tag>[^\\[\\]]+)\\]"
            + "|\"(?<phrase>[^\"]*)\"?"
            + "|(?<key>user|is):(?<value>[^\\s\"]+)"
            + "|(?<word>[^\\s\"]+))");

    private static final Pattern SIGN = Pattern.compile("[+#.-]");

    /** Reads {@code typed}; null is nothing. */
    static SearchQuery of(String typed) {
        return new Reader().read(typed == null ? "" : cut(Normalizer.normalize(typed, Normalizer.Form.NFC)));
    }

    /** Reads {@code typed} as words alone, none of them a prefix or an operator: a title. */
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
        boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    /** Whether the index is asked at all. */
    boolean indexed() {
        return !words.isEmpty() || !prefix.isEmpty() || !phrases.isEmpty();
    }

    /** Whether there is anything to narrow down by. */
    boolean filtered() {
        return !tags.isEmpty() || user != null || answered != null;
    }

    /** Whether nothing was asked. */
    boolean blank() {
        return !indexed() && !filtered() && plain.isEmpty();
    }

    /** The expression for {@code AGAINST (… IN BOOLEAN MODE)}; empty where nothing is {@link #indexed}. */
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

    /** The same words, none of them required, the last one whole: ranks the titles that hold some of them. */
    String wishes() {
        List<String> terms = new ArrayList<>(words);
        phrases.forEach(phrase ->
                IndexWords.of(phrase).stream().filter(IndexWords::indexed).forEach(terms::add));
        if (!prefix.isEmpty()) {
            terms.add(prefix);
        }
        return String.join(" ", terms);
    }

    /** What to mark in a hit. */
    Highlighter marks() {
        Set<String> whole = new HashSet<>(words);
        phrases.forEach(phrase -> whole.addAll(IndexWords.of(phrase)));
        if (indexed()) {
            return new Highlighter(whole, prefix);
        }
        List<String> typed = IndexWords.of(plain);
        return new Highlighter(new HashSet<>(typed), typed.isEmpty() ? "" : typed.get(typed.size() - 1));
    }

    /** The single prefix that is all there is, or empty. */
    String solePrefix() {
        boolean sole = words.isEmpty() && phrases.isEmpty() && excluded.isEmpty() && !filtered();
        return sole ? prefix : "";
    }

    /**
     * The name of a tag that was typed, where the index would not understand it: nothing of it is there ({@code c#}), or a part
     * without its signs ({@code .net}). Such a word stands alone; of words that are in no index the first counts.
     */
    Optional<String> tagNamed() {
        boolean understood = indexed()
                && !(phrases.isEmpty()
                        && excluded.isEmpty()
                        && SIGN.matcher(plain).find()
                        && TagNames.valid(plain.toLowerCase(Locale.ROOT)));
        return understood
                ? Optional.empty()
                : TagNames.parse(plain).names().stream().findFirst();
    }

    /** The same for all queries that find the same. */
    String key() {
        String text = indexed() ? against() + tagNamed().map(tag -> " " + tag).orElse("") : Folding.fold(plain);
        return filtered() ? text + " " + tags + " user:" + user + " answered:" + answered : text;
    }

    /** Collects the parts. */
    private static final class Reader {

        private final List<String> typed = new ArrayList<>();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private String user;
        private Boolean answered;

        SearchQuery read(String text) {
            Matcher part = PART.matcher(text);
            while (part.find()) {
                boolean taken = part.group("not") == null && (tag(part.group("tag")) || key(part));
                if (!taken) {
                    term(part);
                }
            }
            List<String> words =
                    IndexWords.telling(typed).stream().limit(MOST_TERMS).toList();
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

        /** The index finds a run of words by those of them that it holds. */
        private static void phrase(List<String> words, List<String> target) {
            if (words.stream().anyMatch(IndexWords::indexed)) {
                target.add(String.join(" ", words));
            }
        }
    }
}
