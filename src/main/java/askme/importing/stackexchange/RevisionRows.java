package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The history of posts that were edited. Rows with the same {@code RevisionGUID} are one revision. A revision is a whole state: what a
 * row does not change is taken from the revision before.
 */
final class RevisionRows extends Stage {

    static final String LAST = """
            SELECT r.* FROM %1$s_revision r JOIN (SELECT %1$s_id AS post, MAX(number) AS number FROM %1$s_revision
              WHERE %1$s_id IN (%2$s) GROUP BY %1$s_id) last ON last.post = r.%1$s_id AND last.number = r.number""";

    private final List<Change> changes = new ArrayList<>();

    RevisionRows(Dump dump) {
        super("revisions", KnownFields.HISTORY, dump);
    }

    /** The rows of one revision, in the order of the file. A part that it does not change is null. */
    private static final class Change {
        private DumpRow row;
        private int post;
        private long editor;
        private Instant at;
        private String reason;
        private String title;
        private String tags;
        private String body;
    }

    /** The state of a post after a revision. */
    private record State(int number, String title, String tags, String body, Instant at) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        return PostHistoryType.isText(row.number("PostHistoryTypeId"))
                && dump.survey().edited.get(row.id("PostId"));
    }

    @Override
    boolean mayEndBetween(DumpRow before, DumpRow after) {
        return !Objects.equals(before.text("RevisionGUID"), after.text("RevisionGUID"));
    }

    @Override
    void convert(List<DumpRow> rows) {
        Map<String, List<DumpRow>> revisions = new LinkedHashMap<>();
        for (DumpRow row : rows) {
            String guid = row.has("RevisionGUID") ? row.text("RevisionGUID") : "line " + row.line();
            revisions
                    .computeIfAbsent(row.text("PostId") + " " + guid, key -> new ArrayList<>())
                    .add(row);
        }
        changes.clear();
        changes.addAll(revisions.values().parallelStream()
                .map(this::change)
                .filter(Objects::nonNull)
                .toList());
    }

    private Change change(List<DumpRow> rows) {
        Change change = new Change();
        for (DumpRow row : rows) {
            try {
                int type = row.number("PostHistoryTypeId");
                if (PostHistoryType.TITLE.is(type)) {
                    change.title = dump.noted(row, ImportText.line(row.text("Text"), ImportText.LONGEST_TITLE));
                } else if (PostHistoryType.BODY.is(type)) {
                    change.body = dump.noted(row, ImportText.markdown(row.text("Text")));
                } else {
                    change.tags =
                            String.join(" ", ImportText.tags(row.text("Text")).names());
                }
                change.post = row.id("PostId");
                change.editor = dump.member(row, "UserId");
                change.at = row.moment("CreationDate");
                boolean edit = PostHistoryType.isEdit(type) && row.has("Comment");
                change.reason = edit
                        ? ImportText.line(row.text("Comment"), ImportText.LONGEST_REASON)
                                .value()
                        : Objects.requireNonNullElse(change.reason, "");
                change.row = row;
            } catch (DumpRow.Fault e) {
                leaveOut(row, e.getMessage());
            }
        }
        return change.row == null ? null : change;
    }

    @Override
    void write(Connection connection) throws SQLException {
        PostsOfRows posts = PostsOfRows.of(
                connection, dump, changes.stream().map(change -> change.post).toList());
        Map<Long, State> questions = last(connection, posts, true);
        Map<Long, State> answers = last(connection, posts, false);
        List<Object[]> ofQuestions = new ArrayList<>();
        List<Object[]> ofAnswers = new ArrayList<>();
        for (Change change : changes) {
            PostsOfRows.Post post = posts.of(change.post);
            if (post == null) {
                leaveOut(change.row, "post " + change.post + " was left out");
            } else if (post.isQuestion()) {
                add(change, post.question(), true, questions, ofQuestions);
            } else {
                add(change, post.answer(), false, answers, ofAnswers);
            }
        }
        dump.report().count("revisions", ofQuestions.size() + ofAnswers.size());
        String times = "reason, begun_at, written_at";
        Batch.insert(
                connection,
                "question_revision",
                "question_id, number, editor_id, title, tag_names, body, " + times,
                Batch.TEXTS_A_STATEMENT,
                ofQuestions);
        Batch.insert(
                connection,
                "answer_revision",
                "answer_id, number, editor_id, body, " + times,
                Batch.TEXTS_A_STATEMENT,
                ofAnswers);
    }

    private void add(Change change, long id, boolean question, Map<Long, State> states, List<Object[]> rows) {
        State before = states.getOrDefault(id, new State(0, null, "", null, Instant.EPOCH));
        String title = change.title == null ? before.title : change.title;
        String body = change.body == null ? before.body : change.body;
        String tags = change.tags == null ? before.tags : change.tags;
        if (body == null || question && (title == null || title.isEmpty())) {
            leaveOut(change.row, "the history of post " + change.post + " has no beginning");
            return;
        }
        Instant at = change.at.isBefore(before.at) ? before.at : change.at;
        State after = new State(before.number + 1, title, tags, body, at);
        states.put(id, after);
        rows.add(
                question
                        ? new Object[] {
                            id,
                            after.number,
                            change.editor,
                            title,
                            tags,
                            body,
                            change.reason,
                            Jdbc.utc(at),
                            Jdbc.utc(at)
                        }
                        : new Object[] {id, after.number, change.editor, body, change.reason, Jdbc.utc(at), Jdbc.utc(at)
                        });
    }

    private static Map<Long, State> last(Connection connection, PostsOfRows posts, boolean question)
            throws SQLException {
        List<Long> ids = posts.byOldId().values().stream()
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
