package askme.importing.stackexchange;

import askme.database.Jdbc;
import askme.database.MultiInsert;
import askme.importing.ImportProgress;
import askme.importing.ImportSource;
import askme.question.listed.ListedSweep;
import askme.search.index.IndexTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Computes counts, ratings, lists and the search index of the imported rows, in batches that continue after a crash. */
final class Settler {

    private static final int IDS_A_BATCH = 500;

    private final Connection connection;
    private final ImportSource source;
    private final Survey survey;

    Settler(Connection connection, ImportSource source, Survey survey) {
        this.connection = connection;
        this.source = source;
        this.survey = survey;
    }

    private interface Also {
        void on(long from, long to) throws SQLException;
    }

    void run() throws SQLException {
        long posts = survey.lastPost();
        run(Settling.ANSWERS, source.answerBase(), source.answerBase() + posts, this::indexAnswers);
        run(Settling.QUESTIONS, source.questionBase(), source.questionBase() + posts, this::indexAndList);
        run(Settling.MEMBERS, source.memberBase(), source.member(survey.lastUser()), (from, to) -> {});
        run(Settling.TAGS, 0, Long.MAX_VALUE, (from, to) -> {});
    }

    private void run(Settling settling, long base, long last, Also also) throws SQLException {
        ImportProgress done = ImportProgress.of(connection, source, settling.name());
        long from = Math.max(base, done.position());
        while (!done.ended()) {
            Long to = Jdbc.query(
                            connection,
                            settling.next(),
                            row -> row.getObject("id") == null ? null : row.getLong("id"),
                            from,
                            last,
                            IDS_A_BATCH)
                    .get(0);
            if (to != null) {
                for (String sql : settling.statements()) {
                    Jdbc.update(connection, sql, from, to);
                }
                also.on(from, to);
                from = to;
            }
            done = new ImportProgress(from, to == null);
            ImportProgress.put(connection, source, settling.name(), done.position(), done.ended());
            connection.commit();
        }
    }

    private void indexAnswers(long from, long to) throws SQLException {
        String sql = "SELECT id, question_id, body, edited_at FROM answer WHERE id > ? AND id <= ? AND hidden = 0";
        List<Object[]> rows = Jdbc.query(
                connection,
                sql,
                row -> new Object[] {
                    row.getLong("id"), row.getLong("question_id"), row.getString("body"), row.getObject("edited_at")
                },
                from,
                to);
        index(
                IndexTable.ANSWERS,
                "answer_id",
                from,
                to,
                rows.parallelStream()
                        .map(row -> IndexTable.answer((Long) row[0], (Long) row[1], (String) row[2], row[3]))
                        .toList());
    }

    private void indexAndList(long from, long to) throws SQLException {
        String sql = "SELECT id, title, body, edited_at FROM question WHERE id > ? AND id <= ? AND hidden = 0";
        List<Object[]> rows = Jdbc.query(
                connection,
                sql,
                row -> new Object[] {
                    row.getLong("id"), row.getString("title"), row.getString("body"), row.getObject("edited_at")
                },
                from,
                to);
        index(
                IndexTable.QUESTIONS,
                "question_id",
                from,
                to,
                rows.parallelStream()
                        .map(row -> IndexTable.question((Long) row[0], (String) row[1], (String) row[2], row[3]))
                        .toList());
        List<Long> ids = new ArrayList<>();
        rows.forEach(row -> ids.add((Long) row[0]));
        if (!ids.isEmpty()) {
            ListedSweep.put(connection, ids);
        }
    }

    /** The task of the index may have seen the rows already. */
    private void index(IndexTable table, String key, long from, long to, List<Object[]> rows) throws SQLException {
        Jdbc.update(connection, "DELETE FROM " + table.table + " WHERE " + key + " > ? AND " + key + " <= ?", from, to);
        try (MultiInsert insert = new MultiInsert(connection, table.table, table.columns, Batch.TEXTS_A_STATEMENT)) {
            insert.addAll(rows);
            insert.flush();
        }
    }
}
