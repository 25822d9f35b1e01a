package askme.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inserts many rows with one statement: {@code INSERT … VALUES (…), (…), …}. The statement is prepared once and used again. */
public final class MultiInsert implements AutoCloseable {

    private final Connection connection;
    private final String insert;
    private final String row;
    private final int rows;
    private final List<Object[]> waiting = new ArrayList<>();
    private PreparedStatement full;

    /** @param rows the rows of one statement; their bytes must stay well under the server's max_allowed_packet */
    public MultiInsert(Connection connection, String table, String columns, int rows) {
        this.connection = connection;
        this.insert = "INSERT INTO " + table + " (" + columns + ") VALUES ";
        this.row = "(?" + ", ?".repeat(columns.split(",").length - 1) + ")";
        this.rows = rows;
    }

    public void add(Object... values) throws SQLException {
        waiting.add(values);
        if (waiting.size() == rows) {
            if (full == null) {
                full = prepare(rows);
            }
            execute(full);
        }
    }

    public void addAll(List<Object[]> all) throws SQLException {
        for (Object[] values : all) {
            add(values);
        }
    }

    /** Writes the remaining rows. */
    public void flush() throws SQLException {
        if (!waiting.isEmpty()) {
            try (PreparedStatement rest = prepare(waiting.size())) {
                execute(rest);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (full != null) {
            full.close();
        }
    }

    private PreparedStatement prepare(int count) throws SQLException {
        return connection.prepareStatement(insert + String.join(", ", Collections.nCopies(count, row)));
    }

    private void execute(PreparedStatement statement) throws SQLException {
        int parameter = 1;
        for (Object[] values : waiting) {
            for (Object value : values) {
                statement.setObject(parameter++, value);
            }
        }
        statement.executeUpdate();
        waiting.clear();
    }
}
