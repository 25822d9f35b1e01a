package askme.jobs.queue;

import static askme.database.Jdbc.instant;
import static askme.database.Jdbc.placeholders;

import askme.database.Jdbc;
import askme.jobs.JobsConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The table of the outbox; {@code V2__outbox.sql} describes its columns. It uses JDBC because its statements change many rows at
 * once, and because a worker calls it outside of any container transaction. All its times are by the clock of the database: the
 * clocks of the processes may differ.
 */
public final class OutboxTable {

    static final String INSERT = "INSERT INTO outbox"
            + " (id, handler, queue, version, event, request_id, traceparent, recorded_at, due_at, push_at) VALUES ";

    /** The maximum number of rows of one call of {@link #relay}. */
    public static final int RELAYED_AT_ONCE = 100;

    /** SKIP LOCKED: two relays share the rows, and neither waits for a worker that deletes some. */
    static final String DUE = "SELECT id, handler, queue, version, event, request_id, traceparent, recorded_at,"
            + " TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), due_at) AS delay FROM outbox"
            + " WHERE push_at <= UTC_TIMESTAMP(6) ORDER BY push_at, recorded_at LIMIT " + RELAYED_AT_ONCE
            + " FOR UPDATE SKIP LOCKED";

    /** Dead jobs have no push_at. The limit keeps the transaction short. */
    static final String PURGE =
            "DELETE FROM outbox WHERE push_at IS NULL AND recorded_at < UTC_TIMESTAMP(6) - INTERVAL ? MICROSECOND LIMIT 1000";

    /** The moment that lies a number of microseconds ahead. */
    private static final String AHEAD = "UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), " + AHEAD + ", " + AHEAD + ")";

    private final Jdbc jdbc;
    private final JobsConfig.Relay relay;

    public OutboxTable(DataSource database, JobsConfig.Relay relay) {
        this.jdbc = new Jdbc(database);
        this.relay = relay;
    }

    /** Inserts the jobs in the caller's transaction. */
    public void insert(List<Envelope> jobs, Duration delay) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Envelope job : jobs) {
            Collections.addAll(
                    values,
                    job.id(),
                    job.handler(),
                    job.queue(),
                    job.version(),
                    job.event().toString(),
                    job.requestId(),
                    job.traceparent(),
                    micros(delay),
                    micros(relay.first()));
        }
        jdbc.update(INSERT + String.join(", ", Collections.nCopies(jobs.size(), ROW)), values.toArray());
    }

    /**
     * Passes up to {@value #RELAYED_AT_ONCE} rows to {@code push} whose jobs Redis may have lost. Returns the number of rows.
     * These are checked again after the configured time.
     */
    public int relay(Consumer<List<JobQueue.Push>> push) throws SQLException {
        return transaction(connection -> {
            List<JobQueue.Push> due = Jdbc.query(connection, DUE, OutboxTable::push);
            if (!due.isEmpty()) {
                push.accept(due);
                String sql = "UPDATE outbox SET push_at = " + AHEAD + " WHERE id IN (" + placeholders(due.size()) + ")";
                List<String> ids = due.stream().map(JobQueue.Push::id).toList();
                Jdbc.update(connection, sql, values(micros(relay.again()), ids));
            }
            return due.size();
        });
    }

    private static JobQueue.Push push(ResultSet row) throws SQLException {
        Duration delay = Duration.of(row.getLong("delay"), ChronoUnit.MICROS);
        Envelope job = envelope(row);
        return new JobQueue.Push(job.id(), job.queue(), delay, job.json());
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
            throw new SQLException("the event of outbox row " + row.getString("id") + " is not JSON", e);
        }
    }

    /** Makes every row due, because Redis is empty. Returns the number of rows. */
    public int pushAllAgain() throws SQLException {
        return update("UPDATE outbox SET push_at = UTC_TIMESTAMP(6) WHERE push_at > UTC_TIMESTAMP(6)");
    }

    /** Deletes the rows of done jobs. The rows of dead jobs remain, without a push_at. */
    public void complete(List<String> done, List<String> dead) throws SQLException {
        if (!done.isEmpty()) {
            update("DELETE FROM outbox WHERE id IN (" + placeholders(done.size()) + ")", done.toArray());
        }
        if (!dead.isEmpty()) {
            update("UPDATE outbox SET push_at = NULL WHERE id IN (" + placeholders(dead.size()) + ")", dead.toArray());
        }
    }

    /** Sets the next push of dead jobs that the operator replays. */
    public void replay(List<String> ids) throws SQLException {
        if (!ids.isEmpty()) {
            update(
                    "UPDATE outbox SET push_at = " + AHEAD + " WHERE id IN (" + placeholders(ids.size()) + ")",
                    values(micros(relay.again()), ids));
        }
    }

    /** Deletes the rows of dead jobs recorded more than {@code age} ago. Returns their number. */
    public int purge(Duration age) throws SQLException {
        return update(PURGE, micros(age));
    }

    private static long micros(Duration time) {
        return TimeUnit.MICROSECONDS.convert(time);
    }

    private static Object[] values(Object first, Collection<?> others) {
        List<Object> values = new ArrayList<>(List.of(first));
        values.addAll(others);
        return values.toArray();
    }

    private int update(String sql, Object... values) throws SQLException {
        return transaction(connection -> Jdbc.update(connection, sql, values));
    }

    /** READ COMMITTED takes no gap locks. The relay, the workers and the writers use this table all the time. */
    private int transaction(Jdbc.Work<Integer> work) throws SQLException {
        return jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, work);
    }
}
