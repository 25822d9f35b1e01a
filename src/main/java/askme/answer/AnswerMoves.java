package askme.answer;

import askme.database.Row;
import askme.follow.Follows;
import askme.jobs.queue.Outbox;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.question.listed.ListedQuestions;
import askme.search.index.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/**
 * Moves answers from one question to another, with their comments, suggested edits and notifications. Their votes and revisions know
 * only the answer. Each batch changes the counts of both questions. The ratings and the counts of the authors stay as they are.
 */
@ApplicationScoped
public class AnswerMoves {

    /** The most answers of one transaction. */
    static final int BATCH = 50;

    private static final String LAST_COMMENT =
            "SELECT MAX(posted_at) AS last_one FROM comment WHERE answer_id IN (:answers)";

    private static final String MOVE =
            "UPDATE answer FORCE INDEX (PRIMARY) SET question_id = :to, accepted = 0 WHERE question_id = :from AND id IN (:answers)";

    private static final List<String> FOLLOWING = List.of(
            "UPDATE comment SET question_id = :to WHERE question_id = :from AND answer_id IN (:answers)",
            "UPDATE edit_suggestion SET question_id = :to WHERE question_id = :from AND answer_id IN (:answers)",
            "UPDATE notification SET question_id = :to WHERE question_id = :from AND answer_id IN (:answers)");

    private final Session hibernate;
    private final PageChanges changes;
    private final SearchIndex index;
    private final ListedQuestions listed;
    private final Follows follows;
    private final Outbox outbox;

    AnswerMoves(
            Session hibernate,
            PageChanges changes,
            SearchIndex index,
            ListedQuestions listed,
            Follows follows,
            Outbox outbox) {
        this.hibernate = hibernate;
        this.changes = changes;
        this.index = index;
        this.listed = listed;
        this.follows = follows;
        this.outbox = outbox;
    }

    private record Moved(
            long id, long author, String body, Instant answeredAt, Instant editedAt, int rating, boolean accepted) {

        static Moved of(Row row) {
            return new Moved(
                    row.id("id"),
                    row.id("author_id"),
                    row.text("body"),
                    row.moment("answered_at"),
                    row.moment("edited_at"),
                    row.number("rating"),
                    row.is("accepted"));
        }

        Instant lastChange() {
            return editedAt == null ? answeredAt : editedAt;
        }
    }

    /**
     * Moves up to {@value #BATCH} visible answers. None of them is accepted any longer. The caller has locked both questions, the one
     * with the lower id first, and both are visible. Returns whether there may be more.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean moveSome(long from, long to) {
        List<Moved> batch = next(from);
        if (!batch.isEmpty()) {
            changes.question(from);
            changes.question(to);
            move(from, to, batch);
            count(from, to, batch);
            batch.forEach(answer -> {
                index.putAnswer(answer.id, to, answer.body, answer.editedAt);
                follows.ownPost(answer.author, to);
                outbox.record(new AnswerMoved(answer.id, from, to));
            });
        }
        return batch.size() == BATCH;
    }

    private List<Moved> next(long question) {
        return hibernate
                .createNativeQuery(AnswersOfDeleted.NEXT, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("body", String.class)
                .addScalar("answered_at", Instant.class)
                .addScalar("edited_at", Instant.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .setParameter("question", question)
                .setParameter("hidden", Answer.VISIBLE)
                .setParameter("size", BATCH)
                .setTupleTransformer((values, names) -> Moved.of(new Row(values, names)))
                .getResultList();
    }

    private void move(long from, long to, List<Moved> batch) {
        List<Long> answers = batch.stream().map(Moved::id).toList();
        if (batch.stream().anyMatch(Moved::accepted)) {
            Question.accept(from, null);
        }
        change(MOVE, from, to, answers);
        FOLLOWING.forEach(sql -> change(sql, from, to, answers));
    }

    private void count(long from, long to, List<Moved> batch) {
        Question.addAnswers(from, -batch.size());
        Question.addAnswers(to, batch.size());
        listed.addGoodAnswers(from, -(int) batch.stream()
                .filter(answer -> Answer.isGood(answer.accepted, answer.rating))
                .count());
        listed.addGoodAnswers(to, (int) batch.stream()
                .filter(answer -> Answer.isGood(false, answer.rating))
                .count());
        listed.active(
                to,
                batch.stream()
                        .map(Moved::lastChange)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        hibernate
                .createNativeQuery(LAST_COMMENT, Instant.class)
                .addScalar("last_one", Instant.class)
                .setParameterList("answers", batch.stream().map(Moved::id).toList())
                .uniqueResultOptional()
                .ifPresent(at -> listed.active(to, at));
    }

    private void change(String sql, long from, long to, List<Long> answers) {
        hibernate
                .createNativeMutationQuery(sql)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameterList("answers", answers)
                .executeUpdate();
    }
}
