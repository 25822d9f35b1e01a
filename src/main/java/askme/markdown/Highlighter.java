package askme.markdown;

import askme.words.Folding;
import askme.words.Token;
import askme.words.Tokenizer;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Marks words in a text, as the search finds them.
 *
 * @param words the whole words to mark, folded
 * @param prefix the beginning of words to mark, folded; may be empty
 * @param runs runs of pairs of characters to mark, of scripts without spaces; a single character marks itself
 */
public record Highlighter(Set<String> words, String prefix, List<List<String>> runs) {

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

    /** The number of places that are marked in {@code text}. */
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

    /** The marked places in their order; they do not overlap. */
    private List<Span> spans(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case PAIR, LAST -> addRuns(text, tokens, i, spans);
                default -> addWord(text, token, spans);
            }
        }
        return merged(spans);
    }

    private void addWord(String text, Token token, List<Span> spans) {
        if (words.contains(token.term())) {
            spans.add(new Span(token.start(), token.end()));
        } else if (!prefix.isEmpty() && token.term().startsWith(prefix)) {
            spans.add(new Span(token.start(), endOf(text, token, prefix)));
        }
    }

    private void addRuns(String text, List<Token> tokens, int first, List<Span> spans) {
        Token begin = tokens.get(first);
        for (List<String> run : runs) {
            String last = run.get(run.size() - 1);
            if (run.size() == 1 && begin.term().startsWith(last)) {
                spans.add(new Span(begin.start(), endOf(text, begin, last)));
            } else if (run.size() > 1 && follows(tokens, first, run)) {
                spans.add(new Span(
                        begin.start(), tokens.get(first + run.size() - 1).end()));
            }
        }
    }

    private static boolean follows(List<Token> tokens, int first, List<String> run) {
        for (int i = 0; i < run.size(); i++) {
            boolean inRun = first + i < tokens.size()
                    && (i == 0
                            || tokens.get(first + i).start()
                                    < tokens.get(first + i - 1).end());
            if (!inRun) {
                return false;
            }
            String term = tokens.get(first + i).term();
            boolean matches = i == run.size() - 1 ? term.startsWith(run.get(i)) : term.equals(run.get(i));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    /** The index at which {@code beginning} ends in the token; a character keeps its combining marks. */
    private static int endOf(String text, Token token, String beginning) {
        int end = token.start();
        while (end < token.end()) {
            end = text.offsetByCodePoints(end, 1);
            boolean whole = Folding.fold(text.substring(token.start(), end)).length() >= beginning.length();
            if (whole && (end == token.end() || !Folding.isMark(text.codePointAt(end)))) {
                return end;
            }
        }
        return token.end();
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        spans.sort(Comparator.comparingInt(Span::start));
        for (Span span : spans) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.start < last.end) {
                merged.set(merged.size() - 1, new Span(last.start, Math.max(last.end, span.end)));
            } else {
                merged.add(span);
            }
        }
        return merged;
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
