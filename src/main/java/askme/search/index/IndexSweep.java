package askme.search.index;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Compares the index with the posts in the order of their ids and repairs it. This fills the index of an existing site, and
 * later finds what a process of the previous version wrote. It stores its position after each batch, so it can stop at any
 * time. It locks no posts: after a batch it compares the same ids again, in case somebody edited a post at the same time.
 */
@ApplicationScoped
public class IndexSweep {

    private static final int IDS_A_BATCH = 1000;
    private static final int ROWS_A_TRANSACTION = 200;
    private static final int NEWEST = 500;

    private static final String READ = "SELECT position, filled, swept_at FROM search_progress WHERE name = ?";
    private static final String MOVE = "UPDATE search_progress SET position = ? WHERE name = ?";
    private static final String FINISH =
            "UPDATE search_progress SET position = 0, filled = 1, swept_at = ? WHERE name = ?";

    private final Jdbc jdbc;
    private final Clock clock;

    IndexSweep(DataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    private record Progress(long position, boolean filled, Instant sweptAt) {

        static Progress of(ResultSet row) throws SQLException {
            return new Progress(row.getLong("position"), row.getBoolean("filled"), Jdbc.instant(row, "swept_at"));
        }

        /** A new comparison of all posts is due, or one has not ended. */
        boolean due(Instant now, Duration pause) {
            return !filled
                    || position > 0
                    || sweptAt == null
                    || sweptAt.plus(pause).isBefore(now);
        }
    }

    /** Continues the comparison until {@code end}, and compares the newest posts. Returns how many rows it changed. */
    long run(Duration pause, Instant end) throws SQLException {
        long changed = 0;
        for (IndexTable table : IndexTable.values()) {
            changed += repairNewest(table);
            Progress progress = jdbc.query(READ, Progress::of, table.progress).get(0);
            if (progress.due(clock.instant(), pause)) {
                changed += sweep(table, progress.position, end);
            }
        }
        return changed;
    }

    private long sweep(IndexTable table, long from, Instant end) throws SQLException {
        long changed = 0;
        long position = from;
        while (clock.instant().isBefore(end)) {
            Optional<Long> upTo = upTo(table, position);
            changed += repair(table, position, upTo.orElse(Long.MAX_VALUE));
            if (upTo.isEmpty()) {
                jdbc.update(FINISH, clock.instant(), table.progress);
                break;
            }
            position = upTo.get();
            jdbc.update(MOVE, position, table.progress);
        }
        return changed;
    }

    /** Posts by a process of the previous version, during a rolling deployment. */
    private long repairNewest(IndexTable table) throws SQLException {
        long from = jdbc.query(table.beforeNewest(), row -> row.getLong("id"), NEWEST)
                .get(0);
        return repair(table, from, Long.MAX_VALUE);
    }

    private Optional<Long> upTo(IndexTable table, long position) throws SQLException {
        return jdbc.query(
                        table.upTo(),
                        row -> Optional.ofNullable(row.getObject("id", Long.class)),
                        position,
                        IDS_A_BATCH)
                .get(0);
    }

    /** The number of wrong rows; {@code repair} also corrects them. */
    public long compare(IndexTable table, boolean repair) throws SQLException {
        long wrong = 0;
        long position = 0;
        for (Optional<Long> upTo = upTo(table, 0); ; upTo = upTo(table, position)) {
            long last = upTo.orElse(Long.MAX_VALUE);
            wrong += repair ? repair(table, position, last) : count(table, position, last);
            if (upTo.isEmpty()) {
                return wrong;
            }
            position = last;
        }
    }

    private long count(IndexTable table, long from, long upTo) throws SQLException {
        return jdbc.query(table.stale(), row -> 1, from, upTo, IDS_A_BATCH).size()
                + jdbc.query(table.orphans(), row -> 1, from, upTo, IDS_A_BATCH).size();
    }

    private long repair(IndexTable table, long from, long upTo) throws SQLException {
        long changed = 0;
        List<Object[]> rows = stale(table, from, upTo);
        while (!rows.isEmpty()) {
            List<Object[]> batch = rows;
            jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
                for (Object[] row : batch) {
                    table.put(connection, row);
                }
                return null;
            });
            changed += rows.size();
            rows = stale(table, from, upTo);
        }
        return changed + removeOrphans(table, from, upTo);
    }

    private List<Object[]> stale(IndexTable table, long from, long upTo) throws SQLException {
        return jdbc.query(table.stale(), table::row, from, upTo, ROWS_A_TRANSACTION);
    }

    private long removeOrphans(IndexTable table, long from, long upTo) throws SQLException {
        List<Long> orphans =
                new ArrayList<>(jdbc.query(table.orphans(), row -> row.getLong("id"), from, upTo, IDS_A_BATCH));
        if (!orphans.isEmpty()) {
            jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
                table.remove(connection, orphans);
                return null;
            });
        }
        return orphans.size();
    }
}
