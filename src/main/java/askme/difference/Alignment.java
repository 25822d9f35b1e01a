package askme.difference;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ranges in which two lists differ, by the algorithm of Myers. */
public final class Alignment {

    private static final MyersDiff<String> MYERS = new MyersDiff<>();

    private Alignment() {}

    /** A range of the first list, replaced by a range of the second one. One of the ranges may be empty. */
    public record Hunk(int from, int to, int newFrom, int newTo) {}

    /** The hunks in their order; empty if the lists differ too much for the {@code effort} that is left. */
    public static Optional<List<Hunk>> of(List<String> before, List<String> after, Effort effort) {
        Limit limit = new Limit(effort.share());
        try {
            List<Change> changes = MYERS.computeDiff(before, after, limit);
            return Optional.of(changes.stream()
                    .map(c -> new Hunk(c.startOriginal, c.endOriginal, c.startRevised, c.endRevised))
                    .sorted(Comparator.comparing(Hunk::from).thenComparing(Hunk::newFrom))
                    .toList());
        } catch (TooManyChanges e) {
            return Optional.empty();
        } finally {
            effort.use(limit.used);
        }
    }

    /** Ends the algorithm, which reports each step but has no limit. Step {@code n} looks at {@code n} diagonals. */
    private static final class Limit implements DiffAlgorithmListener {

        private final long most;
        private long used;

        Limit(long most) {
            this.most = most;
        }

        @Override
        public void diffStart() {
            // A listener must have this method; only the steps matter.
        }

        @Override
        public void diffStep(int step, int last) {
            used += step;
            if (used > most) {
                throw new TooManyChanges();
            }
        }

        @Override
        public void diffEnd() {
            // See diffStart.
        }
    }

    private static final class TooManyChanges extends RuntimeException {

        TooManyChanges() {
            super(null, null, false, false);
        }
    }
}
