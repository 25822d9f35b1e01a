package askme.difference;

import askme.difference.Alignment.Hunk;
import askme.difference.Piece.Kind;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two texts: first by lines, then the changed lines by words. A text with too many changes is shown as a whole,
 * before and after ({@link Effort}).
 *
 * @param blocks in the order of the text
 * @param coarse whether some lines have too many changes to be compared by words
 */
@TemplateData
public record TextDifference(List<Block> blocks, boolean coarse) {

    /** The equal lines that are shown before and after a change. */
    private static final int CONTEXT = 3;

    /** Compares {@code before} with {@code after}; long equal parts are left out. */
    public static TextDifference of(String before, String after) {
        return new Comparison(Tokens.lines(before), Tokens.lines(after)).run();
    }

    /** Whether the texts are equal. */
    public boolean same() {
        return blocks.stream().noneMatch(Block::changed);
    }

    private static final class Comparison {

        private final List<String> before;
        private final List<String> after;
        private final List<Block> blocks = new ArrayList<>();
        private final Effort effort = new Effort();
        private boolean coarse;

        Comparison(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        TextDifference run() {
            List<Hunk> hunks = Alignment.of(before, after, effort)
                    .orElseGet(() -> List.of(new Hunk(0, before.size(), 0, after.size())));
            int at = 0;
            for (Hunk hunk : hunks) {
                same(at, hunk.from(), true);
                changed(hunk);
                at = hunk.to();
            }
            same(at, before.size(), false);
            return new TextDifference(blocks, coarse);
        }

        private void changed(Hunk hunk) {
            String removed = String.join("", before.subList(hunk.from(), hunk.to()));
            String added = String.join("", after.subList(hunk.newFrom(), hunk.newTo()));
            Optional<List<Piece>> words = WordDifference.of(removed, added, effort);
            coarse |= words.isEmpty();
            blocks.add(Block.of(words.orElseGet(() -> whole(removed, added))));
        }

        private static List<Piece> whole(String removed, String added) {
            return List.of(new Piece(Kind.REMOVED, removed), new Piece(Kind.ADDED, added));
        }

        private void same(int from, int to, boolean changeFollows) {
            int first = blocks.isEmpty() ? 0 : CONTEXT;
            int last = changeFollows ? CONTEXT : 0;
            if (to - from <= first + last + 1) {
                lines(from, to);
                return;
            }
            lines(from, from + first);
            blocks.add(Block.skipped(to - from - first - last));
            lines(to - last, to);
        }

        private void lines(int from, int to) {
            if (from < to) {
                blocks.add(Block.same(String.join("", before.subList(from, to))));
            }
        }
    }
}
