package askme.difference;

import askme.difference.Alignment.Hunk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins two changes of one text, if they do not touch: between them is a sentence or a line that nobody changed. */
public final class Merge {

    private final List<String> base;
    private final Side mine;
    private final Side theirs;
    private final StringBuilder joined = new StringBuilder();

    private Merge(String base, String mine, String theirs) {
        this.base = Tokens.sentences(base);
        this.mine = new Side(this.base, Tokens.sentences(mine));
        this.theirs = new Side(this.base, Tokens.sentences(theirs));
    }

    /** The text with both changes; empty if they touch, or if there are too many to compare. */
    public static Optional<String> of(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return Optional.of(mine);
        }
        return mine.equals(base) ? Optional.of(theirs) : new Merge(base, mine, theirs).run();
    }

    /** The words of {@code mine} without those that the other one removed, and with those that the other one added. */
    public static List<String> ofWords(List<String> base, List<String> mine, List<String> theirs) {
        Set<String> words = new LinkedHashSet<>(mine);
        base.stream().filter(word -> !theirs.contains(word)).forEach(words::remove);
        theirs.stream().filter(word -> !base.contains(word)).forEach(words::add);
        return List.copyOf(words);
    }

    private Optional<String> run() {
        if (mine.hunks == null || theirs.hunks == null) {
            return Optional.empty();
        }
        int at = 0;
        while (mine.hasNext() || theirs.hasNext()) {
            int from = Math.min(mine.start(), theirs.start());
            int to = from;
            int reached = -1;
            while (reached != to) { // each change that is taken may reach further into the other one
                reached = to;
                to = Math.max(mine.take(to), theirs.take(to));
            }
            append(base.subList(at, from));
            if (!append(from, to)) {
                return Optional.empty();
            }
            at = to;
        }
        append(base.subList(at, base.size()));
        return Optional.of(joined.toString());
    }

    /** Appends the changed range, unless both changed it in different ways. */
    private boolean append(int from, int to) {
        List<String> mineNow = mine.taken(from, to);
        List<String> theirsNow = theirs.taken(from, to);
        if (mine.changed && theirs.changed && !mineNow.equals(theirsNow)) {
            return false;
        }
        append(mine.changed ? mineNow : theirsNow);
        return true;
    }

    private void append(List<String> parts) {
        parts.forEach(joined::append);
    }

    /** One of the two changed texts, and how far its changes are taken. */
    private static final class Side {

        private final List<String> base;
        private final List<String> text;
        private final List<Hunk> hunks;
        private final List<Hunk> group = new ArrayList<>();
        private int next;
        private boolean changed;

        Side(List<String> base, List<String> text) {
            this.base = base;
            this.text = text;
            this.hunks = Alignment.of(base, text, new Effort()).orElse(null);
        }

        boolean hasNext() {
            return next < hunks.size();
        }

        int start() {
            return hasNext() ? hunks.get(next).from() : Integer.MAX_VALUE;
        }

        /** Takes the changes that begin at or before {@code end} and returns the end of the last one. */
        int take(int end) {
            int reached = end;
            while (hasNext() && start() <= reached) {
                reached = Math.max(reached, hunks.get(next).to());
                group.add(hunks.get(next++));
            }
            return reached;
        }

        /** This text in place of the range of the base, with the changes taken since the last call. */
        List<String> taken(int from, int to) {
            List<String> parts = new ArrayList<>();
            int at = from;
            for (Hunk hunk : group) {
                parts.addAll(base.subList(at, hunk.from()));
                parts.addAll(text.subList(hunk.newFrom(), hunk.newTo()));
                at = hunk.to();
            }
            parts.addAll(base.subList(at, to));
            changed = !group.isEmpty();
            group.clear();
            return parts;
        }
    }
}
