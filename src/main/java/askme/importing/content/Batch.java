package askme.importing.content;

import askme.database.MultiInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Inserts the rows of a batch. */
final class Batch {

    /** Rows with a text: together they stay under the largest packet of the server. */
    static final int TEXTS_A_STATEMENT = 50;

    static final int ROWS_A_STATEMENT = 500;

    private Batch() {}

    /** Inserts {@code rows} and empties the list. */
    static void insert(Connection connection, String table, String columns, int rowsAStatement, List<Object[]> rows)
            throws SQLException {
        try (MultiInsert insert = new MultiInsert(connection, table, columns, rowsAStatement)) {
            insert.addAll(rows);
            insert.flush();
        }
        rows.clear();
    }
}
