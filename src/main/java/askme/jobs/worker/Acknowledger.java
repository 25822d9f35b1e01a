package askme.jobs.worker;

import askme.jobs.RedisException;
import askme.jobs.queue.Completion;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.OutboxTable;
import askme.jobs.queue.Outcome;
import askme.resilience.OutageLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes down the ends of jobs, many at a time: first in the outbox, then in Redis. In that order a job that Redis has forgotten
 * always has its row, and a row whose job is done is never pushed again. What is down is waited for; until then the jobs stay
 * this worker's.
 */
final class Acknowledger implements Runnable {

    private static final int AT_ONCE = 500;
    private static final Duration PAUSE_WHEN_DOWN = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(100);

    private final String worker;
    private final JobQueue queue;
    private final OutboxTable table;
    private final Map<String, WorkerQueue> lanes;
    private final OutageLog outage;
    private final BlockingQueue<Completion> ends = new LinkedBlockingQueue<>();
    private volatile boolean finishing;

    Acknowledger(String worker, JobQueue queue, OutboxTable table, List<WorkerQueue> lanes, Clock clock) {
        this.worker = worker;
        this.queue = queue;
        this.table = table;
        this.lanes = lanes.stream().collect(Collectors.toMap(lane -> lane.queue, lane -> lane));
        this.outage = new OutageLog("acknowledging", clock);
    }

    void settle(Completion end) {
        ends.add(end);
    }

    /** Ends {@link #run} when everything handed over so far is written down. */
    void finish() {
        finishing = true;
    }

    @Override
    public void run() {
        List<Completion> batch = new ArrayList<>();
        try {
            while (!finishing || !ends.isEmpty()) {
                Completion first = ends.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    ends.drainTo(batch, AT_ONCE - 1);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Completion> batch) throws InterruptedException {
        Map<String, List<Completion>> byQueue =
                batch.stream().collect(Collectors.groupingBy(end -> end.job().queue()));
        while (true) {
            try {
                table.settle(rows(batch, Outcome.Done.class), rows(batch, Outcome.Buried.class));
                byQueue.forEach((name, ends) -> queue.settle(worker, name, ends));
                byQueue.forEach((name, ends) -> lanes.get(name).settled(ends));
                outage.ends();
                return;
            } catch (SQLException | RedisException e) {
                outage.begins(e);
                TimeUnit.MILLISECONDS.sleep(PAUSE_WHEN_DOWN.toMillis());
            }
        }
    }

    private static List<String> rows(List<Completion> batch, Class<? extends Outcome> end) {
        return batch.stream()
                .filter(settled -> settled.outbox() && end.isInstance(settled.outcome()))
                .map(settled -> settled.job().id())
                .toList();
    }
}
