package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The history of posts. A revision is a whole state: what the old row does not change is taken from the revision before. */
public final class RevisionTable extends ContentTable<RevisionTable.Row> {

    static final String LAST = """
            SELECT r.* FROM %1$s_revision r JOIN (SELECT %1$s_id AS post, MAX(number) AS number FROM %1$s_revision
              WHERE %1$s_id IN (%2$s) GROUP BY %1$s_id) last ON last.post = r.%1$s_id AND last.number = r.number""";

    private static final String OF_QUESTIONS =
            "question_id, number, editor_id, title, tag_names, body, reason, begun_at, written_at";
    private static final String OF_ANSWERS = "answer_id, number, editor_id, body, reason, begun_at, written_at";

    /**
     * A revision. The editor has the new id, and the post has its number.
     *
     * @param title null if it was not changed, like the other parts
     * @param tags with spaces between them
     */
    public record Row(
            OldRow row, int post, long editor, Instant at, String reason, String title, String tags, String body) {}

    /** The state of a post after a revision. */
    private record State(int number, String title, String tags, String body, Instant at) {}

    public RevisionTable(ImportRun run) {
        super(run, "revisions");
    }

    /** Counts nothing yet: the history decides which rows are revisions. */
    @Override
    void prepare(List<Row> rows) {}

    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        PostsOfRows posts =
                PostsOfRows.of(connection, run, rows.stream().map(Row::post).toList());
        Map<Long, State> questions = last(connection, posts, true);
        Map<Long, State> answers = last(connection, posts, false);
        List<Object[]> ofQuestions = new ArrayList<>();
        List<Object[]> ofAnswers = new ArrayList<>();
        for (Row change : rows) {
            PostsOfRows.Post post = posts.of(change.post);
            if (post == null) {
                run.leaveOut(change.row, "post " + change.post + " was left out");
            } else if (post.isQuestion()) {
                add(change, post.question(), true, questions, ofQuestions);
            } else {
                add(change, post.answer(), false, answers, ofAnswers);
            }
        }
        count(ofQuestions.size() + ofAnswers.size());
        Batch.insert(connection, "question_revision", OF_QUESTIONS, Batch.TEXTS_A_STATEMENT, ofQuestions);
        Batch.insert(connection, "answer_revision", OF_ANSWERS, Batch.TEXTS_A_STATEMENT, ofAnswers);
    }

    private void add(Row change, long id, boolean question, Map<Long, State> states, List<Object[]> rows) {
        State before = states.getOrDefault(id, new State(0, null, "", null, Instant.EPOCH));
        String title = change.title == null ? before.title : change.title;
        String body = change.body == null ? before.body : change.body;
        String tags = change.tags == null ? before.tags : change.tags;
        if (body == null || question && (title == null || title.isEmpty())) {
            run.leaveOut(change.row, "the history of post " + change.post + " has no beginning");
            return;
        }
        Instant at = change.at.isBefore(before.at) ? before.at : change.at;
        State after = new State(before.number + 1, title, tags, body, at);
        states.put(id, after);
        List<Object> values = new ArrayList<>(List.of(id, after.number, change.editor));
        if (question) {
            values.addAll(List.of(title, tags));
        }
        values.addAll(List.of(body, change.reason, Jdbc.utc(at), Jdbc.utc(at)));
        rows.add(values.toArray());
    }

    private static Map<Long, State> last(Connection connection, PostsOfRows posts, boolean question)
            throws SQLException {
        List<Long> ids = posts.byNumber().values().stream()
                .filter(post -> post.isQuestion() == question)
                .map(post -> question ? post.question() : post.answer())
                .toList();
        Map<Long, State> states = new HashMap<>();
        if (!ids.isEmpty()) {
            String kind = question ? "question" : "answer";
            Jdbc.query(
                    connection,
                    LAST.formatted(kind, Jdbc.placeholders(ids.size())),
                    row -> states.put(
                            row.getLong(kind + "_id"),
                            new State(
                                    row.getInt("number"),
                                    question ? row.getString("title") : null,
                                    question ? row.getString("tag_names") : "",
                                    row.getString("body"),
                                    Jdbc.instant(row, "written_at"))),
                    ids.toArray());
        }
        return states;
    }
}
