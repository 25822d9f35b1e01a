package askme.markdown;

import askme.difference.Alignment;
import askme.difference.Alignment.Hunk;
import askme.difference.Effort;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two rendered texts. Their blocks are compared, then the words of changed blocks. The marks are put around words
 * only, never around tags, so each side stays well-formed and safe.
 *
 * @param blocks in the order of the texts
 * @param coarse whether some blocks have too many changes to be compared by words
 */
@TemplateData
public record RenderedDifference(List<Part> blocks, boolean coarse) {

    /**
     * Some blocks of both texts. They are equal, or {@code before} was replaced by {@code after}.
     *
     * @param before may be empty
     * @param after may be empty
     */
    @TemplateData
    public record Part(boolean changed, RawString before, RawString after) {}

    private enum Mark {
        REMOVED("<del class=\"removed\">", "</del>"),
        ADDED("<ins class=\"added\">", "</ins>");

        private final String open;
        private final String close;

        Mark(String open, String close) {
            this.open = open;
            this.close = close;
        }
    }

    /**
     * Compares two Markdown texts.
     *
     * @param name makes the ids of footnotes unique on the page
     */
    public static RenderedDifference of(String before, String after, String name) {
        return new Comparison(html(before), html(after), name).run();
    }

    private static List<String> html(String markdown) {
        return HtmlTokens.blocks(Markdown.render(markdown).html());
    }

    private static final class Comparison {

        private final List<String> before;
        private final List<String> after;
        private final String name;
        private final List<Part> parts = new ArrayList<>();
        private final Effort effort = new Effort();
        private boolean coarse;

        Comparison(List<String> before, List<String> after, String name) {
            this.before = before;
            this.after = after;
            this.name = name;
        }

        RenderedDifference run() {
            List<Hunk> hunks = Alignment.of(before, after, effort)
                    .orElseGet(() -> List.of(new Hunk(0, before.size(), 0, after.size())));
            int at = 0;
            for (Hunk hunk : hunks) {
                same(at, hunk.from());
                changed(
                        String.join("", before.subList(hunk.from(), hunk.to())),
                        String.join("", after.subList(hunk.newFrom(), hunk.newTo())));
                at = hunk.to();
            }
            same(at, before.size());
            return new RenderedDifference(parts, coarse);
        }

        private void same(int from, int to) {
            if (from < to) {
                String html = String.join("", before.subList(from, to));
                add(false, html, html);
            }
        }

        private void changed(String removed, String added) {
            List<String> old = HtmlTokens.words(removed);
            List<String> now = HtmlTokens.words(added);
            Optional<List<Hunk>> words = Alignment.of(old, now, effort);
            coarse |= words.isEmpty();
            List<Hunk> hunks = words.orElse(List.of());
            add(
                    true,
                    marked(
                            old,
                            hunks.stream().map(h -> new Range(h.from(), h.to())).toList(),
                            Mark.REMOVED),
                    marked(
                            now,
                            hunks.stream()
                                    .map(h -> new Range(h.newFrom(), h.newTo()))
                                    .toList(),
                            Mark.ADDED));
        }

        private void add(boolean changed, String old, String now) {
            parts.add(
                    new Part(changed, new SafeHtml(old).raw(name + "-before"), new SafeHtml(now).raw(name + "-after")));
        }
    }

    private record Range(int from, int to) {}

    private static String marked(List<String> tokens, List<Range> ranges, Mark mark) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (Range range : ranges) {
            tokens.subList(at, range.from).forEach(html::append);
            StringBuilder words = new StringBuilder();
            for (String token : tokens.subList(range.from, range.to)) {
                if (HtmlTokens.isTag(token)) {
                    close(html, words, mark);
                    html.append(token);
                } else {
                    words.append(token);
                }
            }
            close(html, words, mark);
            at = range.to;
        }
        tokens.subList(at, tokens.size()).forEach(html::append);
        return html.toString();
    }

    /** Blanks alone get no mark: between the items of a list it would not be valid. */
    private static void close(StringBuilder html, StringBuilder words, Mark mark) {
        boolean blank = words.toString().isBlank();
        html.append(blank ? "" : mark.open).append(words).append(blank ? "" : mark.close);
        words.setLength(0);
    }
}
