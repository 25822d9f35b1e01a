package askme.fill;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Deletes some comments of a run, as their authors would. It can run again after it was stopped. */
final class DeletedCommentRows {

    /** Of so many comments one is deleted. */
    static final int ONE_OF = 200;

    private static final String KEEP = """
            INSERT INTO deleted_comment (comment_id, question_id, answer_id, author_id, body, posted_at, edited_at, voters, deleted_by, deleted_at)
            SELECT c.id, c.question_id, c.answer_id, c.author_id, c.body, c.posted_at, c.edited_at,
                   COALESCE((SELECT GROUP_CONCAT(v.member_id) FROM comment_vote v WHERE v.comment_id = c.id), ''), c.author_id, c.posted_at
            FROM comment c WHERE c.question_id BETWEEN ? AND ? AND MOD(c.id, ?) = 0 AND c.id > ?""";

    private static final String COUNT_QUESTIONS = """
            UPDATE question q JOIN (SELECT question_id, COUNT(*) AS deleted FROM comment
                                    WHERE question_id BETWEEN ? AND ? AND MOD(id, ?) = 0 AND id > ? AND answer_id IS NULL
                                    GROUP BY question_id) gone ON gone.question_id = q.id
            SET q.comment_count = q.comment_count - gone.deleted""";

    private static final String COUNT_ANSWERS = """
            UPDATE answer a JOIN (SELECT answer_id, COUNT(*) AS deleted FROM comment
                                  WHERE question_id BETWEEN ? AND ? AND MOD(id, ?) = 0 AND id > ? AND answer_id IS NOT NULL
                                  GROUP BY answer_id) gone ON gone.answer_id = a.id
            SET a.comment_count = a.comment_count - gone.deleted""";

    /** Their votes go with them: a foreign key. */
    private static final String DELETE =
            "DELETE FROM comment WHERE question_id BETWEEN ? AND ? AND MOD(id, ?) = 0 AND id > ?";

    private final Jdbc jdbc;
    private final FillRun run;

    DeletedCommentRows(DataSource database, FillRun run) {
        this.jdbc = new Jdbc(database);
        this.run = run;
    }

    void write() throws SQLException {
        run.eachQuestionRange(this::write);
    }

    private void write(long from, long to) throws SQLException {
        jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            int rows = 0;
            for (String sql : new String[] {KEEP, COUNT_QUESTIONS, COUNT_ANSWERS, DELETE}) {
                rows = Jdbc.update(connection, sql, from, to, ONE_OF, run.commentBase());
            }
            return rows;
        });
    }
}
