package askme.difference;

import askme.difference.Alignment.Hunk;
import askme.difference.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two short texts word by word. */
final class WordDifference {

    private final List<String> before;
    private final List<String> after;
    private final List<Piece> pieces = new ArrayList<>();

    private WordDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The pieces of both texts; empty if they differ too much. */
    static Optional<List<Piece>> of(String before, String after, Effort effort) {
        WordDifference words = new WordDifference(Tokens.words(before), Tokens.words(after));
        return Alignment.of(words.before, words.after, effort).map(words::joined);
    }

    /** Blanks between two changes belong to the change: "a b" is replaced by "c d" as a whole. */
    private List<Piece> joined(List<Hunk> hunks) {
        int at = 0;
        for (int i = 0; i < hunks.size(); ) {
            Hunk first = hunks.get(i);
            Hunk last = first;
            for (i++; i < hunks.size() && onlyBlanks(last.to(), hunks.get(i).from()); i++) {
                last = hunks.get(i);
            }
            add(Kind.SAME, before.subList(at, first.from()));
            add(Kind.REMOVED, before.subList(first.from(), last.to()));
            add(Kind.ADDED, after.subList(first.newFrom(), last.newTo()));
            at = last.to();
        }
        add(Kind.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private boolean onlyBlanks(int from, int to) {
        return before.subList(from, to).stream().allMatch(String::isBlank)
                && before.subList(from, to).stream().noneMatch("\n"::equals);
    }

    private void add(Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
