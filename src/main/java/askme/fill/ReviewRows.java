package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes reports of some answers of a run, with their items of the review queue: some wait, the others are decided and in the log. It can run again
 * after it was stopped.
 */
final class ReviewRows {

    /** Of so many answers one is reported. */
    private static final int ONE_OF = 500;

    private static final String ITEMS = """
            INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at, reports)
            SELECT 'answer', a.id, a.question_id, a.author_id, a.answered_at, 1
            FROM answer a JOIN question q ON q.id = a.question_id AND q.author_id <> a.author_id
            WHERE a.question_id BETWEEN ? AND ? AND MOD(a.id, ?) = 0 AND a.hidden = 0
            AND NOT EXISTS (SELECT 1 FROM review_item i WHERE i.post_kind = 'answer' AND i.post_id = a.id)""";

    private static final String REPORTS = """
            INSERT IGNORE INTO report (item_id, post_kind, post_id, reporter_id, reason, note, reported_at)
            SELECT i.id, i.post_kind, i.post_id, q.author_id, 'not-an-answer', 'This is a question.', i.opened_at
            FROM review_item i FORCE INDEX (review_of_question) JOIN question q ON q.id = i.question_id
            WHERE i.question_id BETWEEN ? AND ? AND i.reports = 1""";

    /** The first member of the run decides. */
    private static final String DECIDED = """
            UPDATE review_item SET decided = id, outcome = 'dismissed', decided_by = ?, decided_at = opened_at
            WHERE question_id BETWEEN ? AND ? AND decided = 0 AND MOD(post_id, 3) > 0""";

    private static final String LOG = """
            INSERT INTO moderation_log (acted_at, actor_id, act, target_kind, target_id, member_id, reason)
            SELECT i.decided_at, i.decided_by, 'dismiss', i.post_kind, i.post_id, i.author_id, ''
            FROM review_item i FORCE INDEX (review_of_question)
            WHERE i.question_id BETWEEN ? AND ? AND i.outcome = 'dismissed' AND i.decided_by = ?
            AND NOT EXISTS (SELECT 1 FROM moderation_log l WHERE l.member_id = i.author_id AND l.act = 'dismiss'
              AND l.target_id = i.post_id)""";

    private final Jdbc jdbc;
    private final FillRun run;

    ReviewRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        run.eachQuestionRange(this::write);
    }

    private void write(long from, long to) throws SQLException {
        long moderator = run.memberBase() + 1;
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, ITEMS, from, to, ONE_OF);
            Jdbc.update(connection, REPORTS, from, to);
            Jdbc.update(connection, DECIDED, moderator, from, to);
            return Jdbc.update(connection, LOG, from, to, moderator);
        });
    }
}
