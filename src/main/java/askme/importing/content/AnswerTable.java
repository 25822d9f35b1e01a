package askme.importing.content;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answers. Whether one is accepted is stored in the question, and copied at the end. */
public final class AnswerTable extends ContentTable<AnswerTable.Row> {

    static final String DELETED = "question_id, answer_id, author_id, deleted_at, deleted_by";
    private static final int HIDDEN = 1;
    private static final int HIDDEN_WITH_QUESTION = 2;
    private static final String COLUMNS =
            "id, question_id, author_id, body, answered_at, rating, edited_at, edited_by, hidden";

    /** An answer. Members have their new ids, and the question has its number. */
    public record Row(
            OldRow row,
            int number,
            int question,
            long author,
            String body,
            Instant answeredAt,
            int rating,
            Edit edit) {}

    public AnswerTable(ImportRun run) {
        super(run, "answers");
    }

    /** A question that was left out has no row, so its answers are left out too. */
    @Override
    void write(Connection connection, List<Row> rows) throws SQLException {
        List<Long> questions = rows.stream()
                .map(answer -> run.source().question(answer.question))
                .distinct()
                .toList();
        Set<Long> existing = existing(connection, "question", questions);
        List<Object[]> answers = new ArrayList<>();
        List<Object[]> olds = new ArrayList<>();
        List<Object[]> deleted = new ArrayList<>();
        for (Row answer : rows) {
            long id = run.source().answer(answer.number);
            long question = run.source().question(answer.question);
            if (!existing.contains(question)) {
                leaveOut(answer.row, "question " + answer.question + " was left out");
                continue;
            }
            answers.add(new Object[] {
                id,
                question,
                answer.author,
                answer.body,
                Jdbc.utc(answer.answeredAt),
                answer.rating,
                answer.edit == null ? null : Jdbc.utc(answer.edit.at()),
                answer.edit == null ? null : answer.edit.editor(),
                hidden(answer)
            });
            olds.add(new Object[] {id, run.source().id(), run.ids().answers() + answer.number, answer.rating});
            if (run.isDeleted(answer.number)) {
                deleted.add(new Object[] {question, id, answer.author, Jdbc.utc(run.now()), answer.author});
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

    private int hidden(Row answer) {
        return run.isDeleted(answer.number) ? HIDDEN : run.isDeleted(answer.question) ? HIDDEN_WITH_QUESTION : 0;
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
