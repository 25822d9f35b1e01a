package askme.importing.apacheanswer;

import askme.database.Jdbc;
import askme.importing.content.OldRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The rows of a table in the order of their ids, a thousand at a time. The position is the id. */
final class TableRows implements OldRows<TableRow> {

    private static final int ROWS_A_QUERY = 1000;

    private final Connection connection;
    private final String table;
    private final String sql;
    private final Deque<TableRow> waiting = new ArrayDeque<>();
    private long position;
    private boolean ended;

    /** @param sql finds the next rows: the id before them and their number are bound */
    TableRows(Connection connection, String table, String sql) {
        this.connection = connection;
        this.table = table;
        this.sql = sql;
    }

    @Override
    public void skipTo(long id) {
        position = id;
    }

    @Override
    public TableRow next() throws SQLException {
        if (waiting.isEmpty() && !ended) {
            waiting.addAll(Jdbc.query(connection, sql, this::row, position, ROWS_A_QUERY));
            ended = waiting.size() < ROWS_A_QUERY;
        }
        TableRow row = waiting.poll();
        position = row == null ? position : row.id();
        return row;
    }

    private TableRow row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (row.getObject(i) != null) {
                values.put(columns.getColumnLabel(i), value(row, i, columns.getColumnType(i)));
            }
        }
        return new TableRow(table, values);
    }

    private static Object value(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN, Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                row.getLong(column);
            case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            default -> row.getString(column);
        };
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
