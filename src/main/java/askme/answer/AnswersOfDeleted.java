package askme.answer;

import askme.database.NewTransaction;
import askme.database.Row;
import askme.pagecache.PageChanges;
import askme.question.Question;
import askme.question.listed.ListedQuestions;
import askme.search.index.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Lets the answers of a question follow when it was deleted or undeleted: their counts, the ratings of their authors and the search.
 * Each batch is one transaction that reads what the question is now. So a batch may run twice, in any order, and after a crash.
 */
@ApplicationScoped
public class AnswersOfDeleted {

    /** The most answers of one transaction. */
    static final int BATCH = 200;

    static final String NEXT = """
            SELECT id, author_id, body, answered_at, edited_at, rating, accepted
            FROM answer FORCE INDEX (answer_visible_newer)
            WHERE question_id = :question AND hidden = :hidden ORDER BY id LIMIT :size FOR UPDATE""";

    /** Locks the authors in the order of their ids, like every lock of members. */
    private static final String AUTHORS =
            "SELECT id FROM member WHERE id IN (SELECT author_id FROM answer WHERE id IN (:answers)) ORDER BY id FOR UPDATE";

    private static final String COUNTERS = """
            UPDATE member m
            JOIN (SELECT author_id, COUNT(*) AS answers, SUM(rating) AS rating FROM answer
                  WHERE id IN (:answers) GROUP BY author_id) moved ON moved.author_id = m.id
            SET m.answer_count = m.answer_count + :sign * moved.answers, m.rating = m.rating + :sign * moved.rating""";

    private final Session hibernate;
    private final PageChanges changes;
    private final SearchIndex index;
    private final ListedQuestions listed;

    AnswersOfDeleted(Session hibernate, PageChanges changes, SearchIndex index, ListedQuestions listed) {
        this.hibernate = hibernate;
        this.changes = changes;
        this.index = index;
        this.listed = listed;
    }

    private record Answered(long id, String body, Instant answeredAt, Instant editedAt, boolean good) {

        static Answered of(Row row) {
            return new Answered(
                    row.id("id"),
                    row.text("body"),
                    row.moment("answered_at"),
                    row.moment("edited_at"),
                    Answer.isGood(row.is("accepted"), row.number("rating")));
        }

        Instant lastChange() {
            return editedAt == null ? answeredAt : editedAt;
        }
    }

    /** Lets all answers of the question follow. */
    public void follow(long question) {
        while (followSome(question)) {
            // One transaction after the other, so that the locks are short.
        }
    }

    /** Lets up to {@value #BATCH} answers follow. Returns whether there may be more. */
    public boolean followSome(long question) {
        return NewTransaction.call(() -> {
            Optional<Question> locked = Question.lock(question);
            return locked.isPresent() && (locked.get().hidden ? hide(question) : show(question));
        });
    }

    private boolean hide(long question) {
        List<Answered> batch = next(question, Answer.VISIBLE);
        if (!batch.isEmpty()) {
            List<Long> ids = batch.stream().map(Answered::id).toList();
            move(question, ids, Answer.HIDDEN, -1);
            index.removeAnswers(ids);
        }
        return batch.size() == BATCH;
    }

    private boolean show(long question) {
        List<Answered> batch = next(question, Answer.HIDDEN);
        if (!batch.isEmpty()) {
            changes.question(question);
            move(question, batch.stream().map(Answered::id).toList(), Answer.VISIBLE, 1);
            batch.forEach(answer -> index.putAnswer(answer.id, question, answer.body, answer.editedAt));
            listed.addGoodAnswers(
                    question, (int) batch.stream().filter(Answered::good).count());
            listed.active(
                    question,
                    batch.stream()
                            .map(Answered::lastChange)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }
        return batch.size() == BATCH;
    }

    private List<Answered> next(long question, byte hidden) {
        return hibernate
                .createNativeQuery(NEXT, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("body", String.class)
                .addScalar("answered_at", Instant.class)
                .addScalar("edited_at", Instant.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .setParameter("question", question)
                .setParameter("hidden", hidden)
                .setParameter("size", BATCH)
                .setTupleTransformer((values, names) -> Answered.of(new Row(values, names)))
                .getResultList();
    }

    private void move(long question, List<Long> answers, byte hidden, int sign) {
        hibernate
                .createNativeQuery(AUTHORS, Long.class)
                .addScalar("id", Long.class)
                .setParameterList("answers", answers)
                .getResultList();
        hibernate
                .createNativeMutationQuery(COUNTERS)
                .setParameter("sign", sign)
                .setParameterList("answers", answers)
                .executeUpdate();
        hibernate
                .createNativeMutationQuery("UPDATE answer SET hidden = :hidden WHERE id IN (:answers)")
                .setParameter("hidden", hidden)
                .setParameterList("answers", answers)
                .executeUpdate();
        Question.addAnswers(question, sign * answers.size());
    }
}
