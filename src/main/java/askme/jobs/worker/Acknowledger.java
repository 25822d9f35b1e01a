package askme.jobs.worker;

import askme.jobs.RedisException;
import askme.jobs.queue.Completion;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.jobs.queue.Outcome;
import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes the outcomes of jobs, many at a time: first to the outbox, then to Redis. In this order, a job that Redis has lost
 * always has its row, and a row whose job is done is never pushed again. If the database or Redis is down, the acknowledger waits,
 * and the worker keeps the jobs.
 */
final class Acknowledger implements Runnable {

    private static final int AT_ONCE = 500;
    private static final Duration PAUSE_WHEN_DOWN = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(100);

    private final String worker;
    private final JobQueue queue;
    private final OutboxTable table;
    private final Map<String, WorkerQueue> queues;
    private final OutageLog redis;
    private final OutageLog database;
    private final BlockingQueue<Completion> waiting = new LinkedBlockingQueue<>();
    private volatile boolean finishing;

    Acknowledger(String worker, JobQueue queue, OutboxTable table, List<WorkerQueue> queues, Parts parts) {
        this.worker = worker;
        this.queue = queue;
        this.table = table;
        this.queues = queues.stream().collect(Collectors.toMap(each -> each.name, each -> each));
        this.redis = parts.use(Part.REDIS_JOBS, "acknowledging");
        this.database = parts.use(Part.DATABASE, "acknowledging (database)");
    }

    void add(Completion completion) {
        waiting.add(completion);
    }

    /** Lets {@link #run} return once all completions added so far are written. */
    void finish() {
        finishing = true;
    }

    @Override
    public void run() {
        List<Completion> batch = new ArrayList<>();
        try {
            while (!finishing || !waiting.isEmpty()) {
                Completion first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE - 1);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Completion> batch) throws InterruptedException {
        Map<String, List<Completion>> byQueue = batch.stream()
                .collect(Collectors.groupingBy(completion -> completion.job().queue()));
        while (true) {
            try {
                table.complete(ids(batch, Outcome.Done.class), ids(batch, Outcome.Dead.class));
                database.ends();
                byQueue.forEach((name, completions) -> queue.complete(worker, name, completions));
                byQueue.forEach((name, completions) -> queues.get(name).complete(completions));
                redis.ends();
                return;
            } catch (SQLException e) {
                database.begins(e);
            } catch (RedisException e) {
                redis.begins(e);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_WHEN_DOWN.toMillis());
        }
    }

    private static List<String> ids(List<Completion> batch, Class<? extends Outcome> outcome) {
        return batch.stream()
                .filter(completion -> completion.outbox() && outcome.isInstance(completion.outcome()))
                .map(completion -> completion.job().id())
                .toList();
    }
}
