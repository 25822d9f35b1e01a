package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The comments. Their text is inline Markdown in the dump too. */
final class CommentRows extends Stage {

    private static final String COLUMNS = "id, question_id, answer_id, author_id, body, rating, posted_at";

    private final List<Converted> converted = new ArrayList<>();

    CommentRows(Dump dump) {
        super("comments", KnownFields.COMMENTS, dump);
    }

    private record Converted(DumpRow row, int old, int post, long author, String body, int rating, Instant postedAt) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        int post = row.id("PostId");
        if (row.id("Id") < 1
                || post < 1
                || !(dump.survey().questions.get(post) || dump.survey().answers.get(post))) {
            throw new DumpRow.Fault("the dump does not have post " + post);
        }
        return true;
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted.clear();
        for (DumpRow row : rows) {
            try {
                String body = dump.noted(row, ImportText.comment(row.text("Text")));
                if (body.isEmpty()) {
                    throw new DumpRow.Fault("Text is missing");
                }
                converted.add(new Converted(
                        row,
                        row.id("Id"),
                        row.id("PostId"),
                        dump.author(row, "UserId", "UserDisplayName"),
                        body,
                        Math.max(0, row.number("Score", 0)),
                        row.moment("CreationDate")));
            } catch (DumpRow.Fault e) {
                leaveOut(row, e.getMessage());
            }
        }
        dump.report().count("comments", converted.size());
    }

    @Override
    void write(Connection connection) throws SQLException {
        PostsOfRows posts = PostsOfRows.of(
                connection, dump, converted.stream().map(Converted::post).toList());
        List<Object[]> comments = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        for (Converted comment : converted) {
            PostsOfRows.Post post = posts.of(comment.post);
            if (post == null) {
                leaveOut(comment.row, "post " + comment.post + " was left out");
                dump.report().count("comments", -1);
                continue;
            }
            long id = dump.source().comment(comment.old);
            comments.add(new Object[] {
                id,
                post.question(),
                post.isQuestion() ? null : post.answer(),
                comment.author,
                comment.body,
                comment.rating,
                Jdbc.utc(comment.postedAt)
            });
            olds.add(new Object[] {id, dump.source().id(), comment.old, comment.rating});
        }
        Batch.insert(connection, "comment", COLUMNS, Batch.ROWS_A_STATEMENT, comments);
        Batch.insert(
                connection,
                "imported_comment",
                "comment_id, source_id, old_id, imported_rating",
                Batch.ROWS_A_STATEMENT,
                olds);
    }
}
