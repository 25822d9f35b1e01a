package askme.answer;

import askme.database.Row;
import askme.question.listed.ListedQuestions;
import askme.search.index.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Deletes many answers of a question at a time, with a fixed number of statements. */
@ApplicationScoped
class AnswerPurge {

    /** The most answers that one call deletes. */
    static final int BATCH = 200;

    private static final String ANSWERS =
            "SELECT id, accepted, rating FROM answer WHERE question_id = :question ORDER BY id LIMIT :size FOR UPDATE";

    /** Locks the authors in the order of their ids, like every lock of members. */
    private static final String AUTHORS =
            "SELECT id FROM member WHERE id IN (SELECT author_id FROM answer WHERE id IN (:answers)) ORDER BY id FOR UPDATE";

    private static final String COUNTERS = """
            UPDATE member m
            JOIN (SELECT author_id, COUNT(*) AS answers, SUM(rating) AS rating FROM answer
                  WHERE id IN (:answers) GROUP BY author_id) deleted ON deleted.author_id = m.id
            SET m.answer_count = m.answer_count - deleted.answers, m.rating = m.rating - deleted.rating""";

    private final Session hibernate;
    private final SearchIndex index;
    private final ListedQuestions listed;

    AnswerPurge(Session hibernate, SearchIndex index, ListedQuestions listed) {
        this.hibernate = hibernate;
        this.index = index;
        this.listed = listed;
    }

    private record Deleted(long id, boolean good) {

        static Deleted of(Row row) {
            return new Deleted(row.id("id"), Answer.isGood(row.is("accepted"), row.number("rating")));
        }
    }

    /** Deletes up to {@link #BATCH} answers of the question and returns their number. The caller has locked the question's row. */
    int deleteBatch(long question) {
        List<Deleted> deleted = hibernate
                .createNativeQuery(ANSWERS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("rating", Integer.class)
                .setParameter("question", question)
                .setParameter("size", BATCH)
                .setTupleTransformer((values, names) -> Deleted.of(new Row(values, names)))
                .getResultList();
        List<Long> answers = deleted.stream().map(Deleted::id).toList();
        if (answers.isEmpty()) {
            return 0;
        }
        hibernate
                .createNativeQuery(AUTHORS, Long.class)
                .addScalar("id", Long.class)
                .setParameterList("answers", answers)
                .getResultList();
        change(COUNTERS, answers);
        // The database deletes their votes and mail records too.
        change("DELETE FROM answer WHERE id IN (:answers)", answers);
        index.removeAnswers(answers);
        listed.addGoodAnswers(
                question, -(int) deleted.stream().filter(Deleted::good).count());
        return answers.size();
    }

    private void change(String sql, List<Long> answers) {
        hibernate
                .createNativeMutationQuery(sql)
                .setParameterList("answers", answers)
                .executeUpdate();
    }
}
