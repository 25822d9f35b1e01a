package askme.text;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words to mark in a text, regardless of case and accents.
 *
 * @param words whole words, folded
 * @param prefix the beginning of a word, folded; empty for none
 */
public record Marks(Set<String> words, String prefix) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    /** The part of a snippet that stands before its first marked word: a quarter. */
    private static final int LEAD = 4;

    private record Span(int start, int end) {}

    /** {@code text} escaped, with {@code <mark>} around what matches. */
    public RawString in(String text) {
        StringBuilder html = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Span span : spans(text)) {
            escape(text, done, span.start, html);
            html.append("<mark>");
            escape(text, span.start, span.end, html);
            html.append("</mark>");
            done = span.end;
        }
        escape(text, done, text.length(), html);
        return new RawString(html.toString());
    }

    /** How many words of {@code text} would be marked. */
    public int count(String text) {
        return spans(text).size();
    }

    /** About {@code max} characters of {@code text} around the first word to mark, cut between words. */
    public String snippet(String text, int max) {
        List<Span> spans = spans(text);
        int first = spans.isEmpty() ? 0 : spans.get(0).start;
        int lead = max / LEAD;
        if (text.length() <= max || first < max - lead) {
            return Excerpt.cut(text, max);
        }
        int space = text.indexOf(' ', first - lead);
        int start = space < 0 || space > first ? first : space + 1;
        return "…" + Excerpt.cut(text.substring(start), max - 1);
    }

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String folded = Folding.fold(word.group());
            if (words.contains(folded)) {
                spans.add(new Span(word.start(), word.end()));
            } else if (!prefix.isEmpty() && folded.startsWith(prefix)) {
                int letters = prefix.codePointCount(0, prefix.length());
                spans.add(new Span(word.start(), text.offsetByCodePoints(word.start(), letters)));
            }
        }
        return spans;
    }

    private static void escape(String text, int start, int end, StringBuilder html) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
