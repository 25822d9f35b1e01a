package askme.admin;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares counters with what they count, in batches, while the site is in use. One statement sees one state of the
 * database, and whoever changes a fact changes its counter in the same transaction: so a difference is a fault, however
 * much is going on.
 */
final class Reconciler {

    static final int BATCH = 1000;
    private final AgroalDataSource database;

    Reconciler(AgroalDataSource database) {
        this.database = database;
    }

    /** A row whose counter is wrong. */
    record Difference(String counter, long id, long stored, long counted) {}

    /** Tells {@code found} every row whose counter is wrong, and sets it right where {@code repair} says so. */
    void run(Counter counter, boolean repair, Consumer<Difference> found) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long last = 0;
            for (List<Difference> batch = batch(connection, counter, last);
                    !batch.isEmpty();
                    batch = batch(connection, counter, last)) {
                for (Difference row : batch) {
                    if (row.stored != row.counted) {
                        found.accept(row);
                        if (repair) {
                            repair(connection, counter, row.id);
                        }
                    }
                }
                last = batch.get(batch.size() - 1).id;
            }
        }
    }

    private static List<Difference> batch(Connection connection, Counter counter, long after) throws SQLException {
        List<Difference> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(counter.rows())) {
            statement.setLong(1, after);
            statement.setInt(2, BATCH);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new Difference(
                            counter.name(), found.getLong("id"), found.getLong("kept"), found.getLong("counted")));
                }
            }
        }
        connection.commit(); // the next batch is to see what has happened meanwhile
        return rows;
    }

    /**
     * Locks the row first and counts then, without locks: what others have changed and not committed is neither in the
     * count nor in the column yet, and they add it to what is stored here.
     */
    private static void repair(Connection connection, Counter counter, long id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(counter.lock());
                PreparedStatement count = connection.prepareStatement(counter.counted());
                PreparedStatement store = connection.prepareStatement(counter.repair())) {
            lock.setLong(1, id);
            lock.executeQuery().close();
            count.setLong(1, id);
            try (ResultSet counted = count.executeQuery()) {
                if (counted.next()) {
                    store.setLong(1, counted.getLong("counted"));
                    store.setLong(2, id);
                    store.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
}
