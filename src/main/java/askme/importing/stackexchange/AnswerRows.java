package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.importing.ImportText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The answers. Whether one is accepted is stored in the question, and copied at the end. */
final class AnswerRows extends Stage {

    static final String DELETED = "question_id, answer_id, author_id, deleted_at, deleted_by";
    private static final int ANSWER = 2;
    private static final int HIDDEN = 1;
    private static final int HIDDEN_WITH_QUESTION = 2;
    private static final String COLUMNS =
            "id, question_id, author_id, body, answered_at, rating, edited_at, edited_by, hidden";

    private List<Converted> converted = List.of();

    AnswerRows(Dump dump) {
        super("answers", KnownFields.POSTS, dump);
    }

    private record Converted(
            DumpRow row,
            int old,
            int question,
            long author,
            String body,
            Instant answeredAt,
            int rating,
            Instant editedAt,
            Long editedBy) {}

    @Override
    boolean accepts(DumpRow row) throws DumpRow.Fault {
        if (row.number("PostTypeId", 0) != ANSWER) {
            return false;
        }
        int parent = row.id("ParentId");
        if (row.id("Id") < 1 || parent < 1 || !dump.survey().questions.get(parent)) {
            throw new DumpRow.Fault("the dump does not have question " + parent);
        }
        return true;
    }

    @Override
    void convert(List<DumpRow> rows) {
        converted = rows.parallelStream()
                .map(this::convert)
                .filter(Objects::nonNull)
                .toList();
        dump.report().count("answers", converted.size());
    }

    private Converted convert(DumpRow row) {
        try {
            String body = dump.noted(row, ImportText.html(row.text("Body")));
            if (body.isEmpty()) {
                throw new DumpRow.Fault("Body has no text");
            }
            Instant editedAt = row.momentOrNull("LastEditDate");
            return new Converted(
                    row,
                    row.id("Id"),
                    row.id("ParentId"),
                    dump.author(row, "OwnerUserId", "OwnerDisplayName"),
                    body,
                    row.moment("CreationDate"),
                    row.number("Score", 0),
                    editedAt,
                    editedAt == null ? null : dump.member(row, "LastEditorUserId"));
        } catch (DumpRow.Fault e) {
            leaveOut(row, e.getMessage());
            return null;
        }
    }

    /** A question that was left out has no row, so its answers are left out too. */
    @Override
    void write(Connection connection) throws SQLException {
        List<Long> questions = converted.stream()
                .map(answer -> dump.source().question(answer.question))
                .distinct()
                .toList();
        Set<Long> existing = existing(connection, "question", questions);
        List<Object[]> answers = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        List<Object[]> deleted = new ArrayList<>();
        for (Converted answer : converted) {
            long id = dump.source().answer(answer.old);
            long question = dump.source().question(answer.question);
            if (!existing.contains(question)) {
                leaveOut(answer.row, "question " + answer.question + " was left out");
                dump.report().count("answers", -1);
                continue;
            }
            answers.add(new Object[] {
                id,
                question,
                answer.author,
                answer.body,
                Jdbc.utc(answer.answeredAt),
                answer.rating,
                answer.editedAt == null ? null : Jdbc.utc(answer.editedAt),
                answer.editedBy,
                hidden(answer)
            });
            olds.add(new Object[] {id, dump.source().id(), answer.old, answer.rating});
            if (dump.isDeleted(answer.old)) {
                deleted.add(new Object[] {question, id, answer.author, Jdbc.utc(dump.now()), answer.author});
            }
        }
        Batch.insert(connection, "answer", COLUMNS, Batch.TEXTS_A_STATEMENT, answers);
        Batch.insert(
                connection,
                "imported_answer",
                "answer_id, source_id, old_id, imported_rating",
                Batch.ROWS_A_STATEMENT,
                olds);
        Batch.insert(connection, "deleted_post", DELETED, Batch.ROWS_A_STATEMENT, deleted);
    }

    private int hidden(Converted answer) {
        return dump.isDeleted(answer.old) ? HIDDEN : dump.isDeleted(answer.question) ? HIDDEN_WITH_QUESTION : 0;
    }

    /** Those of the ids that the table has. */
    static Set<Long> existing(Connection connection, String table, List<Long> ids) throws SQLException {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(Jdbc.query(
                        connection,
                        "SELECT id FROM " + table + " WHERE id IN (" + Jdbc.placeholders(ids.size()) + ")",
                        row -> row.getLong("id"),
                        ids.toArray()));
    }
}
