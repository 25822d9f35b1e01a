package askme.notification;

import askme.database.Jdbc;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the posts of which members are notified: one row by its primary key. */
@ApplicationScoped
class ToldPosts {

    static final String QUESTION =
            "SELECT id AS question_id, 0 AS answer_id, author_id, author_id AS owner_id, asked_at AS at,"
                    + " hidden = 0 AS visible FROM question WHERE id = ?";

    static final String ANSWER = "SELECT a.question_id, a.id AS answer_id, a.author_id, a.author_id AS owner_id,"
            + " a.answered_at AS at, a.hidden = 0 AND q.hidden = 0 AS visible"
            + " FROM answer a JOIN question q ON q.id = a.question_id WHERE a.id = ?";

    static final String COMMENT =
            "SELECT c.question_id, COALESCE(c.answer_id, 0) AS answer_id, c.author_id, COALESCE(a.author_id, q.author_id) AS owner_id,"
                    + " c.posted_at AS at, q.hidden = 0 AND COALESCE(a.hidden, 0) = 0 AS visible"
                    + " FROM comment c JOIN question q ON q.id = c.question_id LEFT JOIN answer a ON a.id = c.answer_id WHERE c.id = ?";

    static final String MENTIONED = "SELECT member_id FROM comment_mention WHERE comment_id = ? ORDER BY member_id";

    private final Jdbc jdbc;

    ToldPosts(AgroalDataSource database) {
        jdbc = new Jdbc(database);
    }

    /** The visible post of this cause; empty if it was deleted. */
    Optional<ToldPost> visible(Cause cause) throws SQLException {
        String sql =
                switch (cause.type()) {
                    case Cause.QUESTION -> QUESTION;
                    case Cause.ANSWER -> ANSWER;
                    case Cause.COMMENT -> COMMENT;
                    default -> throw new IllegalArgumentException("no post: " + cause);
                };
        return jdbc.query(sql, ToldPosts::post, cause.id()).stream()
                .filter(ToldPost::visible)
                .findFirst();
    }

    /** The members whom the comment mentions, in the order of their ids. */
    List<Long> mentioned(long comment) throws SQLException {
        return jdbc.query(MENTIONED, row -> row.getLong("member_id"), comment);
    }

    private static ToldPost post(ResultSet row) throws SQLException {
        return new ToldPost(
                row.getLong("question_id"),
                row.getLong("answer_id"),
                row.getLong("author_id"),
                row.getLong("owner_id"),
                Jdbc.instant(row, "at"),
                row.getBoolean("visible"));
    }
}
