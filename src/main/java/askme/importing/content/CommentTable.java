package askme.importing.content;

import askme.database.Jdbc;
import askme.importing.ImportText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments, in inline Markdown. A reply begins with the name of the member whom it answers. */
public final class CommentTable extends ContentTable<CommentTable.Row> {

    private static final String COLUMNS = "id, question_id, answer_id, author_id, body, rating, posted_at";

    /**
     * A comment. Members have their new ids, and the post has its number.
     *
     * @param replyTo the member whom it answers; 0 for none
     */
    public record Row(
            OldRow row, int number, int post, long author, long replyTo, String body, int rating, Instant postedAt) {}

    public CommentTable(ImportRun run) {
        super(run, "comments");
    }

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        PostsOfRows posts =
                PostsOfRows.of(connection, run, rows.stream().map(Row::post).toList());
        Map<Long, String> names = names(connection, rows);
        List<Object[]> comments = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        for (Row comment : rows) {
            PostsOfRows.Post post = posts.of(comment.post);
            if (post == null) {
                leaveOut(comment.row, "post " + comment.post + " was left out");
                continue;
            }
            long id = run.source().comment(comment.number);
            comments.add(new Object[] {
                id,
                post.question(),
                post.isQuestion() ? null : post.answer(),
                comment.author,
                body(comment, names.get(comment.replyTo)),
                comment.rating,
                Jdbc.utc(comment.postedAt)
            });
            olds.add(new Object[] {id, run.source().id(), run.ids().comments() + comment.number, comment.rating});
        }
        Batch.insert(connection, "comment", COLUMNS, Batch.ROWS_A_STATEMENT, comments);
        Batch.insert(
                connection,
                "imported_comment",
                "comment_id, source_id, old_id, imported_rating",
                Batch.ROWS_A_STATEMENT,
                olds);
    }

    private static String body(Row comment, String answered) {
        return answered == null || comment.body.startsWith("@")
                ? comment.body
                : ImportText.comment("@" + answered + " " + comment.body).value();
    }

    private static Map<Long, String> names(Connection connection, List<Row> rows) throws SQLException {
        Object[] ids =
                rows.stream().map(Row::replyTo).filter(id -> id != 0).distinct().toArray();
        Map<Long, String> names = new HashMap<>();
        if (ids.length > 0) {
            Jdbc.query(
                    connection,
                    "SELECT id, nickname FROM member WHERE id IN (" + Jdbc.placeholders(ids.length) + ")",
                    row -> names.put(row.getLong("id"), row.getString("nickname")),
                    ids);
        }
        return names;
    }
}
