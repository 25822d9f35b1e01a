package askme.markdown;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Marks words in a text, regardless of case and accents.
 *
 * @param words the whole words to mark, folded
 * @param prefix the beginning of words to mark, folded; may be empty
 */
@TemplateData
public record Highlighter(Set<String> words, String prefix) {

    /** A snippet has up to this fraction of its length before the first marked word: a quarter. */
    private static final int LEAD = 4;

    private record Span(int start, int end) {}

    /** {@code text} escaped, with {@code <mark>} around each match. */
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

    /** The number of words that are marked in {@code text}. */
    public int count(String text) {
        return spans(text).size();
    }

    /** About {@code max} characters of {@code text} around the first match, cut between words. */
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
        int end = 0;
        for (int start = next(true, text, 0); start < text.length(); start = next(true, text, end)) {
            end = next(false, text, start);
            String folded = Folding.fold(text.substring(start, end));
            if (words.contains(folded)) {
                spans.add(new Span(start, end));
            } else if (!prefix.isEmpty() && folded.startsWith(prefix)) {
                int letters = prefix.codePointCount(0, prefix.length());
                spans.add(new Span(start, text.offsetByCodePoints(start, letters)));
            }
        }
        return spans;
    }

    /** The first index from {@code from} on that is inside a word, or outside if not {@code word}; else the text's length. */
    private static int next(boolean word, String text, int from) {
        int i = from;
        while (i < text.length() && ofWord(text.codePointAt(i)) != word) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    /** Equal to {@code [\p{L}\p{N}_]} and three times as fast: a page of results has some thousand words. */
    private static boolean ofWord(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> character == '_' || Character.isLetter(character);
        };
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
