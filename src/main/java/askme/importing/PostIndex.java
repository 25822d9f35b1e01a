package askme.importing;

import askme.database.Jdbc;
import askme.database.MultiInsert;
import askme.question.listed.ListedSweep;
import askme.search.index.IndexTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the search index and the lists for ranges of ids: above {@code from} and up to {@code to}. */
public final class PostIndex {

    private static final int ROWS_A_STATEMENT = 50;

    private PostIndex() {}

    /** Indexes the visible answers. */
    public static void answers(Connection connection, long from, long to) throws SQLException {
        String sql = "SELECT id, question_id, body, edited_at FROM answer WHERE id > ? AND id <= ? AND hidden = 0";
        List<Object[]> rows = Jdbc.query(
                connection,
                sql,
                row -> new Object[] {
                    row.getLong("id"), row.getLong("question_id"), row.getString("body"), row.getObject("edited_at")
                },
                from,
                to);
        write(
                connection,
                IndexTable.ANSWERS,
                "answer_id",
                from,
                to,
                rows.parallelStream()
                        .map(row -> IndexTable.answer((Long) row[0], (Long) row[1], (String) row[2], row[3]))
                        .toList());
    }

    /** Indexes and lists the visible questions. Their answers and comments are stored before. */
    public static void questions(Connection connection, long from, long to) throws SQLException {
        String sql = "SELECT id, title, body, edited_at FROM question WHERE id > ? AND id <= ? AND hidden = 0";
        List<Object[]> rows = Jdbc.query(
                connection,
                sql,
                row -> new Object[] {
                    row.getLong("id"), row.getString("title"), row.getString("body"), row.getObject("edited_at")
                },
                from,
                to);
        write(
                connection,
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
    private static void write(
            Connection connection, IndexTable table, String key, long from, long to, List<Object[]> rows)
            throws SQLException {
        Jdbc.update(connection, "DELETE FROM " + table.table + " WHERE " + key + " > ? AND " + key + " <= ?", from, to);
        try (MultiInsert insert = new MultiInsert(connection, table.table, table.columns, ROWS_A_STATEMENT)) {
            insert.addAll(rows);
            insert.flush();
        }
    }
}
