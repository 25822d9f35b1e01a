package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/**
 * Writes what the members of a run follow, and their notifications about its answers. It reads the posts of the run, in batches, and can run
 * again after it was stopped.
 */
final class InboxRows {

    private static final int QUESTIONS_A_TRANSACTION = 500;
    private static final int MEMBERS_A_TRANSACTION = 2000;

    /** Older notifications would be swept. */
    private static final Duration TOLD = Duration.ofDays(180);

    private static final Duration UNREAD = Duration.ofDays(3);

    private static final String OWN_QUESTIONS = """
            INSERT IGNORE INTO question_follow (question_id, member_id, following, changed_at)
            SELECT id, author_id, 1, asked_at FROM question WHERE id BETWEEN ? AND ?""";

    private static final String ANSWERED = """
            INSERT IGNORE INTO question_follow (question_id, member_id, following, changed_at)
            SELECT question_id, author_id, 1, MIN(answered_at) FROM answer WHERE question_id BETWEEN ? AND ? AND hidden = 0
            GROUP BY question_id, author_id""";

    /** The author has notifications about the answers of others; several about one question are one row. */
    private static final String ROWS = """
            INSERT INTO notification (member_id, kind, question_id, causes, cause, actor_id, happened_at)
            SELECT q.author_id, 'answer', q.id, COUNT(*), CONCAT('answer:', MAX(a.id)),
                   CAST(SUBSTRING_INDEX(GROUP_CONCAT(a.author_id ORDER BY a.id DESC), ',', 1) AS SIGNED), MAX(a.answered_at)
            FROM question q JOIN answer a ON a.question_id = q.id AND a.hidden = 0 AND a.author_id <> q.author_id
            WHERE q.id BETWEEN ? AND ? AND a.answered_at > ?
            AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.question_id = q.id)
            GROUP BY q.id, q.author_id""";

    private static final String CAUSES = """
            INSERT IGNORE INTO notification_cause (cause, member_id, notification_id, actor_id, happened_at)
            SELECT CONCAT('answer:', a.id), n.member_id, n.id, a.author_id, a.answered_at
            FROM notification n JOIN answer a ON a.question_id = n.question_id AND a.hidden = 0 AND a.author_id <> n.member_id
            WHERE n.question_id BETWEEN ? AND ? AND n.kind = 'answer' AND n.seen = 0 AND a.answered_at > ?""";

    private static final String SEEN =
            "UPDATE notification SET seen = id WHERE question_id BETWEEN ? AND ? AND seen = 0 AND happened_at < ?";

    private static final String TAGS = """
            INSERT IGNORE INTO tag_follow (tag_id, member_id, followed_at)
            SELECT t.id, m.id, m.joined_at FROM member m JOIN tag t ON t.id IN (? + MOD(m.id * 7, ?), ? + MOD(m.id * m.id, ?))
            WHERE m.id BETWEEN ? AND ?""";

    private static final String MEMBERS = """
            INSERT IGNORE INTO member_follow (followed_id, member_id, followed_at)
            SELECT f.id, m.id, GREATEST(f.joined_at, m.joined_at) FROM member m JOIN member f ON f.id = ? + MOD(m.id * m.id, 7)
            WHERE m.id BETWEEN ? AND ? AND f.id <> m.id""";

    private static final String INBOXES = """
            INSERT INTO inbox (member_id, unread, rating_told)
            SELECT m.id, (SELECT COUNT(*) FROM notification n WHERE n.member_id = m.id AND n.seen = 0), m.rating
            FROM member m WHERE m.id BETWEEN ? AND ?
            ON DUPLICATE KEY UPDATE unread = VALUES(unread)""";

    private final Jdbc jdbc;
    private final FillRun run;

    InboxRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        long last = run.questionBase() + run.size().questions();
        for (long from = run.questionBase() + 1; from <= last; from += QUESTIONS_A_TRANSACTION) {
            ofQuestions(from, Math.min(last, from + QUESTIONS_A_TRANSACTION - 1));
        }
        long lastMember = run.memberBase() + run.size().members();
        for (long from = run.memberBase() + 1; from <= lastMember; from += MEMBERS_A_TRANSACTION) {
            ofMembers(from, Math.min(lastMember, from + MEMBERS_A_TRANSACTION - 1));
        }
    }

    private void ofQuestions(long from, long to) throws SQLException {
        LocalDateTime told = before(TOLD);
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, OWN_QUESTIONS, from, to);
            Jdbc.update(connection, ANSWERED, from, to);
            Jdbc.update(connection, ROWS, from, to, told);
            Jdbc.update(connection, CAUSES, from, to, told);
            return Jdbc.update(connection, SEEN, from, to, before(UNREAD));
        });
    }

    private void ofMembers(long from, long to) throws SQLException {
        long tag = run.tagBase() + 1;
        int tags = run.size().tags();
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, TAGS, tag, tags, tag, tags, from, to);
            Jdbc.update(connection, MEMBERS, run.memberBase() + 1, from, to);
            return Jdbc.update(connection, INBOXES, from, to);
        });
    }

    private LocalDateTime before(Duration age) {
        return Jdbc.utc(Instant.ofEpochMilli(run.now()).minus(age));
    }
}
