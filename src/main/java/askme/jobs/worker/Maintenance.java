package askme.jobs.worker;

import askme.jobs.JobsConfig;
import askme.jobs.RedisException;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The periodic work that each worker does for all workers, so that no job depends on one process. It queues delayed jobs that are
 * due, takes over the jobs of lost workers, and relays the outbox. Each step is one script or one transaction, so workers that
 * execute it at the same time share the work.
 */
final class Maintenance {

    private static final Logger LOG = Logger.getLogger(Maintenance.class);
    private static final Duration PROMOTE_EVERY = Duration.ofMillis(250);
    private static final Duration REAP_EVERY = Duration.ofSeconds(1);
    private static final Duration RELAY_EVERY = Duration.ofSeconds(1);
    private static final Duration REVIVE_EVERY = Duration.ofSeconds(10);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final JobQueue queue;
    private final OutboxTable table;
    private final JobsConfig.Settings settings;
    private final OutageLog redis;
    private final OutageLog outbox;
    // The relay waits for the database. No other step may wait for the relay.
    private final ScheduledExecutorService ofRedis = Executors.newSingleThreadScheduledExecutor(Maintenance::thread);
    private final ScheduledExecutorService ofOutbox = Executors.newSingleThreadScheduledExecutor(Maintenance::thread);

    Maintenance(JobQueue queue, OutboxTable table, JobsConfig.Settings settings, OutageLog redis, Parts parts) {
        this.queue = queue;
        this.table = table;
        this.settings = settings;
        this.redis = redis;
        this.outbox = parts.use(Part.DATABASE, "outbox relay");
    }

    private interface Step {
        void run() throws SQLException;
    }

    void start() {
        every(ofRedis, PROMOTE_EVERY, redis, queue::promote);
        every(ofRedis, REAP_EVERY, redis, this::reap);
        every(ofOutbox, RELAY_EVERY, outbox, this::relay);
        every(ofOutbox, REVIVE_EVERY, outbox, this::revive);
        every(ofOutbox, PURGE_EVERY, outbox, () -> table.purge(settings.dead().age()));
    }

    void stop() {
        ofRedis.shutdownNow();
        ofOutbox.shutdownNow();
    }

    private void every(ScheduledExecutorService executor, Duration period, OutageLog outage, Step step) {
        Runnable guarded = () -> {
            try {
                step.run();
                outage.ends();
            } catch (SQLException e) {
                outbox.begins(e);
            } catch (RedisException e) {
                redis.begins(e);
            } catch (RuntimeException e) {
                // An exception would end the repetition permanently.
                LOG.error("maintenance failed", e);
            }
        };
        executor.scheduleWithFixedDelay(guarded, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void reap() throws SQLException {
        JobQueue.Reaped reaped = queue.reap();
        table.complete(List.of(), reaped.dead());
        if (reaped.requeued() > 0 || !reaped.dead().isEmpty()) {
            LOG.warnf("lost workers: jobs taken over=%d dead=%s", reaped.requeued(), reaped.dead());
        }
    }

    /** The outbox first, as for a job that an operator replays: then no crash loses it. */
    private void revive() throws SQLException {
        List<String> due = queue.dueForRevival();
        if (!due.isEmpty()) {
            table.replay(due);
            LOG.infof("dead jobs tried once more=%d", queue.revive(due));
        }
    }

    private void relay() throws SQLException {
        if (queue.wasEmptied()) {
            int rows = table.pushAllAgain();
            LOG.infof("redis is empty: outbox rows to push again=%d", rows);
        }
        int[] pushed = {0};
        int rows;
        do {
            rows = table.relay(jobs -> pushed[0] += queue.push(jobs));
        } while (rows == OutboxTable.RELAYED_AT_ONCE);
        if (pushed[0] > 0) {
            LOG.infof("jobs pushed by the relay=%d", pushed[0]);
        }
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "jobs-maintenance");
        thread.setDaemon(true);
        return thread;
    }
}
