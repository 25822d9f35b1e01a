package askme.admin;

import askme.database.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Compares counters with the counted rows, in batches, while the site is in use. One statement sees one state of the database, and
 * every transaction that changes a fact changes its counter too. A difference is therefore always an error, at any load.
 */
final class Reconciler {

    private static final int BATCH = 1000;

    private final Jdbc jdbc;

    Reconciler(DataSource database) {
        jdbc = new Jdbc(database);
    }

    /** A row with its counter. */
    record Row(String counter, long id, long stored, long counted) {}

    /** Passes each row whose counter is wrong to {@code found}, and repairs it if {@code repair} is true. */
    void run(Counter counter, boolean repair, Consumer<Row> found) throws SQLException {
        long last = 0;
        for (List<Row> batch = batch(counter, last); !batch.isEmpty(); batch = batch(counter, last)) {
            for (Row row : batch) {
                if (row.stored != row.counted) {
                    found.accept(row);
                    if (repair) {
                        repair(counter, row.id);
                    }
                }
            }
            last = batch.get(batch.size() - 1).id;
        }
    }

    private List<Row> batch(Counter counter, long after) throws SQLException {
        return jdbc.query(
                counter.rows(),
                row -> new Row(counter.name(), row.getLong("id"), row.getLong("stored_value"), row.getLong("counted")),
                after,
                BATCH);
    }

    /**
     * Locks the row first and then counts without locks. A change that others have not committed is neither in the count nor in
     * the column, and they will add it to the stored value.
     */
    private void repair(Counter counter, long id) throws SQLException {
        jdbc.transaction(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            Jdbc.query(connection, counter.lock(), row -> id, id);
            for (long counted : Jdbc.query(connection, counter.counted(), row -> row.getLong("counted"), id)) {
                Jdbc.update(connection, counter.repair(), counted, id);
            }
            return null;
        });
    }
}
