package askme.realtime;

import askme.answer.AnswerCard;
import askme.answer.AnswerQueries;
import askme.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** What a page has missed: as changes of today's state, so that the browser needs one way to apply them. */
@ApplicationScoped
class MissedChanges {

    /** Answers that one request reads; a page that missed more asks again. */
    static final int NEWER = 50;

    /** The application's clock, which dates edits, may be behind the database's. A text sent again is harmless. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    static final String MARKS = "SELECT id, rating, accepted, edited_at FROM answer WHERE id IN (:known)";

    private final Snapshots state;
    private final AnswerQueries feed;
    private final Session database;

    MissedChanges(Snapshots state, AnswerQueries feed, Session database) {
        this.state = state;
        this.feed = feed;
        this.database = database;
    }

    /**
     * The answer to a page that asks.
     *
     * @param last the newest answer looked at: where to go on
     * @param more whether there may be answers beyond it
     */
    public record Missed(List<Change> changes, long last, boolean more) {}

    private record Mark(long id, int rating, boolean accepted, Instant editedAt) {}

    /**
     * The question, what became of the {@code known} answers, and those newer than {@code after} that are not among them.
     * 404 where the question is gone.
     *
     * @param asOf when the page's state was read, in microseconds since 1970
     */
    @Transactional
    Missed of(long id, long after, long asOf, List<Long> known) {
        long now = state.now();
        Instant then = Instant.EPOCH.plus(asOf, ChronoUnit.MICROS).minus(CLOCK_SKEW);
        Question question = Question.require(id);
        List<Change> changes = new ArrayList<>();
        changes.add(
                question.editedAt != null && question.editedAt.isAfter(then)
                        ? state.shown(question, now)
                        : new Change.QuestionShown(question.rating, question.answerCount, null, now, null));
        addKnown(changes, question, known, then, now);
        List<AnswerCard> newer = feed.newer(id, after, NEWER);
        Set<Long> shown = new HashSet<>(known);
        newer.stream()
                .filter(card -> !shown.contains(card.id()))
                .forEach(card -> changes.add(state.shown(card, question.answerCount, now)));
        long last = newer.isEmpty() ? after : newer.get(newer.size() - 1).id();
        return new Missed(changes, last, newer.size() == NEWER);
    }

    private void addKnown(List<Change> changes, Question question, List<Long> known, Instant then, long now) {
        Set<Long> gone = new HashSet<>(known);
        for (Mark mark : marks(known)) {
            gone.remove(mark.id);
            boolean edited = mark.editedAt != null && mark.editedAt.isAfter(then);
            changes.add(
                    edited
                            ? state.shown(feed.one(mark.id).orElseThrow(), question.answerCount, now)
                            : new Change.AnswerMarked(mark.id, mark.rating, mark.accepted, now));
        }
        gone.forEach(answer -> changes.add(new Change.AnswerGone(answer, question.answerCount, now)));
    }

    private List<Mark> marks(List<Long> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        return database.createNativeQuery(MARKS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("edited_at", Instant.class)
                .setParameterList("known", known)
                .setTupleTransformer(
                        (row, names) -> new Mark((Long) row[0], (Integer) row[1], (Boolean) row[2], (Instant) row[3]))
                .list();
    }
}
