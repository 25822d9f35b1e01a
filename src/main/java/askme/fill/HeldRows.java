package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes held answers to some questions of a run, with their items of the review queue: half of them wait, the others were refused. It can run again
 * after it was stopped.
 */
final class HeldRows {

    /** Of so many questions one has a held answer. */
    private static final int ONE_OF = 400;

    private static final String POSTS = """
            INSERT INTO held_post (kind, question_id, author_id, body, held_at)
            SELECT 'answer', q.id, ? + MOD(q.id, ?), CONCAT('Visit https://bad.example/', q.id, ' for the answer.'), q.asked_at
            FROM question q WHERE q.id BETWEEN ? AND ? AND MOD(q.id, ?) = 0 AND q.hidden = 0
            AND NOT EXISTS (SELECT 1 FROM held_post h WHERE h.question_id = q.id)""";

    private static final String ITEMS = """
            INSERT IGNORE INTO review_item (post_kind, post_id, question_id, author_id, opened_at, words)
            SELECT 'held', h.id, h.question_id, h.author_id, h.held_at, 'bad.example'
            FROM held_post h WHERE h.question_id BETWEEN ? AND ? AND h.state = 'waiting'""";

    private static final String REFUSED = """
            UPDATE held_post h JOIN review_item i ON i.post_kind = 'held' AND i.post_id = h.id AND i.decided = 0
            SET h.state = 'refused', h.reason = 'An advertisement', h.decided_at = h.held_at, i.decided = i.id, i.outcome = 'refused',
                i.upheld = 1, i.decided_by = ?, i.decided_at = h.held_at
            WHERE h.question_id BETWEEN ? AND ? AND MOD(h.question_id, ?) = 0 AND h.state = 'waiting'""";

    private static final String LOG = """
            INSERT INTO moderation_log (acted_at, actor_id, act, target_kind, target_id, member_id, reason)
            SELECT h.decided_at, ?, 'refuse', 'held', h.id, h.author_id, h.reason FROM held_post h
            WHERE h.question_id BETWEEN ? AND ? AND h.state = 'refused'
            AND NOT EXISTS (SELECT 1 FROM moderation_log l WHERE l.member_id = h.author_id AND l.act = 'refuse' AND l.target_id = h.id)""";

    private final Jdbc jdbc;
    private final FillRun run;

    HeldRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        run.eachQuestionRange(this::write);
    }

    /** The first member of the run decides. */
    private void write(long from, long to) throws SQLException {
        long moderator = run.memberBase() + 1;
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            Jdbc.update(connection, POSTS, moderator, run.size().members(), from, to, ONE_OF);
            Jdbc.update(connection, ITEMS, from, to);
            Jdbc.update(connection, REFUSED, moderator, from, to, 2 * ONE_OF);
            return Jdbc.update(connection, LOG, moderator, from, to);
        });
    }
}
