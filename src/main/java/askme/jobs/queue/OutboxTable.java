package askme.jobs.queue;

import askme.jobs.JobsConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The rows of the outbox; {@code V2__outbox.sql} tells their life. Plain JDBC: the statements run for many rows at once, and
 * in a worker outside of any container transaction.
 */
public final class OutboxTable {

    static final String INSERT = "INSERT INTO outbox"
            + " (id, handler, queue, version, event, request_id, traceparent, recorded_at, due_at, push_at) VALUES ";

    /** Rows that one pass of the relay handles; a full pass is followed by another. */
    public static final int RELAYED_AT_ONCE = 100;

    /** SKIP LOCKED: two relays share the work, and neither waits for a worker that deletes. */
    static final String DUE =
            "SELECT id, handler, queue, version, event, request_id, traceparent, recorded_at, due_at FROM outbox"
                    + " WHERE push_at <= ? ORDER BY push_at, recorded_at LIMIT " + RELAYED_AT_ONCE
                    + " FOR UPDATE SKIP LOCKED";

    /** The dead have no push_at; bounded, so that no transaction grows. */
    static final String PURGE = "DELETE FROM outbox WHERE push_at IS NULL AND recorded_at < ? LIMIT 1000";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Clock clock;
    private final JobsConfig.Relay relay;

    public OutboxTable(DataSource database, Clock clock, JobsConfig.Relay relay) {
        this.database = database;
        this.clock = clock;
        this.relay = relay;
    }

    /** Writes the jobs in the caller's transaction. */
    public void insert(List<Envelope> jobs, Duration delay) throws SQLException {
        String sql = INSERT + String.join(", ", Collections.nCopies(jobs.size(), ROW));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int n = 0;
            for (Envelope job : jobs) {
                Instant recorded = Instant.ofEpochMilli(job.recordedAt());
                insert.setString(++n, job.id());
                insert.setString(++n, job.handler());
                insert.setString(++n, job.queue());
                insert.setInt(++n, job.version());
                insert.setString(++n, job.event().toString());
                insert.setString(++n, job.requestId());
                insert.setString(++n, job.traceparent());
                insert.setObject(++n, utc(recorded));
                insert.setObject(++n, utc(recorded.plus(delay)));
                insert.setObject(++n, utc(recorded.plus(relay.first())));
            }
            insert.executeUpdate();
        }
    }

    /** Hands up to 100 rows whose jobs Redis may not hold to {@code push}, then looks at them later; how many they were. */
    public int relay(Consumer<List<JobQueue.Push>> push) throws SQLException {
        return transaction(connection -> {
            Instant now = clock.instant();
            List<JobQueue.Push> due = due(connection, now);
            if (!due.isEmpty()) {
                push.accept(due);
                String later = "UPDATE outbox SET push_at = ? WHERE id IN (" + marks(due.size()) + ")";
                try (PreparedStatement update = connection.prepareStatement(later)) {
                    update.setObject(1, utc(now.plus(relay.again())));
                    for (int i = 0; i < due.size(); i++) {
                        update.setString(i + 2, due.get(i).id());
                    }
                    update.executeUpdate();
                }
            }
            return due.size();
        });
    }

    private List<JobQueue.Push> due(Connection connection, Instant now) throws SQLException {
        List<JobQueue.Push> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, utc(now));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Duration delay = Duration.between(now, instant(row, "due_at"));
                due.add(new JobQueue.Push(
                        row.getString("id"),
                        row.getString("queue"),
                        delay,
                        envelope(row).json()));
            }
        }
        return due;
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        try {
            return new Envelope(
                    row.getString("id"),
                    row.getString("handler"),
                    row.getString("queue"),
                    row.getInt("version"),
                    Envelope.parse(row.getString("event")),
                    instant(row, "recorded_at").toEpochMilli(),
                    row.getString("request_id"),
                    row.getString("traceparent"),
                    true);
        } catch (JsonProcessingException e) {
            throw new SQLException("outbox row " + row.getString("id") + " holds no JSON", e);
        }
    }

    /** Redis remembers nothing: every row is due. */
    public int pushAllAgain() throws SQLException {
        return update("UPDATE outbox SET push_at = ? WHERE push_at > ?", utc(clock.instant()), utc(clock.instant()));
    }

    /** The handlers' ends: done rows go, those of buried jobs stay without a push_at. */
    public void settle(List<String> done, List<String> dead) throws SQLException {
        if (!done.isEmpty()) {
            update("DELETE FROM outbox WHERE id IN (" + marks(done.size()) + ")", done.toArray());
        }
        if (!dead.isEmpty()) {
            update("UPDATE outbox SET push_at = NULL WHERE id IN (" + marks(dead.size()) + ")", dead.toArray());
        }
    }

    /** An operator gives buried jobs another try. */
    public void revive(List<String> ids) throws SQLException {
        if (!ids.isEmpty()) {
            List<Object> values = new ArrayList<>();
            values.add(utc(clock.instant().plus(relay.again())));
            values.addAll(ids);
            update("UPDATE outbox SET push_at = ? WHERE id IN (" + marks(ids.size()) + ")", values.toArray());
        }
    }

    /** Drops buried rows older than {@code age}; how many. */
    public int purge(Duration age) throws SQLException {
        return update(PURGE, utc(clock.instant().minus(age)));
    }

    private int update(String sql, Object... values) throws SQLException {
        return transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                return update.executeUpdate();
            }
        });
    }

    private interface Work {
        int with(Connection connection) throws SQLException;
    }

    private int transaction(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Without gap locks: the relay, the workers and the writers meet in this table all the time.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                int rows = work.with(connection);
                connection.commit();
                return rows;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static String marks(int n) {
        return String.join(", ", Collections.nCopies(n, "?"));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
