package askme.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Removes answers by the hundred, in a few statements whatever their number. */
@ApplicationScoped
class AnswerPurge {

    static final int BATCH = 200;

    private static final String SOME =
            "SELECT id FROM answer WHERE question_id = :question ORDER BY id LIMIT :size FOR UPDATE";

    /** In the order of ids, like every lock of members. */
    private static final String AUTHORS =
            "SELECT id FROM member WHERE id IN (SELECT author_id FROM answer WHERE id IN (:answers)) ORDER BY id FOR UPDATE";

    private static final String COUNTERS = """
            UPDATE member m
            JOIN (SELECT author_id, COUNT(*) AS answers, SUM(rating) AS rating FROM answer
                  WHERE id IN (:answers) GROUP BY author_id) gone ON gone.author_id = m.id
            SET m.answer_count = m.answer_count - gone.answers, m.rating = m.rating - gone.rating""";

    private final Session database;

    AnswerPurge(Session database) {
        this.database = database;
    }

    /** Removes some answers of the question, whose row the caller has locked, and returns how many. */
    int some(long question) {
        List<Long> answers = database.createNativeQuery(SOME, Long.class)
                .addScalar("id", Long.class)
                .setParameter("question", question)
                .setParameter("size", BATCH)
                .getResultList();
        if (answers.isEmpty()) {
            return 0;
        }
        database.createNativeQuery(AUTHORS, Long.class)
                .addScalar("id", Long.class)
                .setParameterList("answers", answers)
                .getResultList();
        change(COUNTERS, answers);
        change("DELETE FROM answer WHERE id IN (:answers)", answers); // votes and notes of mails go with them
        return answers.size();
    }

    private void change(String sql, List<Long> answers) {
        database.createNativeMutationQuery(sql)
                .setParameterList("answers", answers)
                .executeUpdate();
    }
}
