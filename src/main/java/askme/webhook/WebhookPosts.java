package askme.webhook;

import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.database.Jdbc;
import askme.member.MemberLinks;
import askme.question.QuestionLinks;
import askme.web.WebConfig;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads what an event is about, as it is now: one row by its primary key. A post that readers do not see is not found. */
@ApplicationScoped
class WebhookPosts {

    private static final String AUTHOR = " m.id AS author_id, m.nickname FROM ";

    static final String QUESTION = "SELECT q.id, q.id AS question_id, q.title, q.tag_names, q.body," + AUTHOR
            + "question q JOIN member m ON m.id = q.author_id WHERE q.id = ? AND q.hidden = 0";

    static final String ANSWER = "SELECT a.id, a.question_id, q.title, q.tag_names, a.body," + AUTHOR
            + "answer a JOIN question q ON q.id = a.question_id JOIN member m ON m.id = a.author_id"
            + " WHERE a.id = ? AND a.hidden = 0 AND q.hidden = 0";

    static final String ACCEPTED = ANSWER + " AND q.accepted_answer_id = a.id";

    static final String COMMENT = "SELECT c.id, c.question_id, c.answer_id, q.title, q.tag_names, c.body," + AUTHOR
            + "comment c JOIN question q ON q.id = c.question_id LEFT JOIN answer a ON a.id = c.answer_id"
            + " JOIN member m ON m.id = c.author_id"
            + " WHERE c.id = ? AND q.hidden = 0 AND COALESCE(a.hidden, 0) = 0";

    static final String CLOSED = "SELECT q.id, q.id AS question_id, q.title, q.tag_names, d.reason, d.own_reason,"
            + AUTHOR + "question q JOIN closed_question d ON d.question_id = q.id JOIN member m ON m.id = q.author_id"
            + " WHERE q.id = ? AND q.hidden = 0 AND q.closed > 0";

    static final String MEMBER = "SELECT id, nickname FROM member WHERE id = ?";

    private final Jdbc jdbc;
    private final String baseUrl;

    WebhookPosts(AgroalDataSource database, WebConfig web) {
        jdbc = new Jdbc(database);
        baseUrl = web.baseUrl().toString();
    }

    /** Empty if readers do not see it, or if it is not accepted or closed any longer. */
    Optional<WebhookPayload.Data> find(WebhookKind kind, long id) throws SQLException {
        return switch (kind) {
            case QUESTION -> first(QUESTION, row -> post(row, QuestionLinks.question(row.getLong("id"))), id);
            case ANSWER -> first(ANSWER, row -> post(row, AnswerLinks.answer(row.getLong("id"))), id);
            case ACCEPTED -> first(ACCEPTED, row -> post(row, AnswerLinks.answer(row.getLong("id"))), id);
            case COMMENT -> first(COMMENT, row -> post(row, CommentLinks.comment(row.getLong("id"))), id);
            case CLOSED -> first(CLOSED, this::closed, id);
            case MEMBER -> first(MEMBER, this::member, id);
            case TEST ->
                Optional.of(new WebhookPayload.Data(0, baseUrl + "/", null, null, null, null, null, null, null));
        };
    }

    private Optional<WebhookPayload.Data> first(String sql, Jdbc.RowMapper<WebhookPayload.Data> mapper, long id)
            throws SQLException {
        return jdbc.query(sql, mapper, id).stream().findFirst();
    }

    private WebhookPayload.Data post(ResultSet row, String path) throws SQLException {
        long answer = path.startsWith("/comment/") ? row.getLong("answer_id") : 0;
        return new WebhookPayload.Data(
                row.getLong("id"),
                baseUrl + path,
                row.getLong("question_id"),
                answer == 0 ? null : answer,
                row.getString("title"),
                List.of(row.getString("tag_names").split(" ")),
                row.getString("body"),
                null,
                author(row));
    }

    private WebhookPayload.Data closed(ResultSet row) throws SQLException {
        String own = row.getString("own_reason");
        return new WebhookPayload.Data(
                row.getLong("id"),
                baseUrl + QuestionLinks.question(row.getLong("id")),
                row.getLong("question_id"),
                null,
                row.getString("title"),
                List.of(row.getString("tag_names").split(" ")),
                null,
                own == null ? row.getString("reason") : own,
                author(row));
    }

    private WebhookPayload.Data member(ResultSet row) throws SQLException {
        String name = row.getString("nickname");
        String url = baseUrl + MemberLinks.member(name);
        long id = row.getLong("id");
        return new WebhookPayload.Data(
                id, url, null, null, null, null, null, null, new WebhookPayload.Author(id, name, url));
    }

    private WebhookPayload.Author author(ResultSet row) throws SQLException {
        String name = row.getString("nickname");
        return new WebhookPayload.Author(row.getLong("author_id"), name, baseUrl + MemberLinks.member(name));
    }
}
