package askme.jobs.queue;

import askme.jobs.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;

/**
 * Where a feature says what has happened. An event becomes one job for each of its handlers:
 * <ol>
 *   <li>a row each, in the caller's transaction: a crash loses both or neither;
 *   <li>after the commit the jobs are pushed to Redis, without waiting; where that fails the relay does it later;
 *   <li>a worker does the job and deletes the row.
 * </ol>
 */
@ApplicationScoped
public class Outbox {

    /** The key under which a log line, and so a job, carries the id of the request that caused it. */
    public static final String REQUEST_ID = "requestId";

    private final JobsFactory parts;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Outbox(JobsFactory parts, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.parts = parts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records {@code event} for each of its handlers.
     *
     * @param event a record that Jackson can write and read
     * @throws IllegalStateException outside of a transaction
     */
    public void record(Object event) {
        record(event, Duration.ZERO);
    }

    /** The same, to be done no earlier than {@code delay} after the commit. */
    public void record(Object event, Duration delay) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is recorded in the transaction that causes it");
        }
        List<Envelope> jobs = parts.handlers().of(event.getClass()).stream()
                .map(handler -> envelope(handler, event))
                .toList();
        if (jobs.isEmpty()) {
            return;
        }
        try {
            parts.table().insert(jobs, delay);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox takes no rows", e);
        }
        List<JobQueue.Push> pushes = pushesOfThisTransaction();
        jobs.forEach(job -> pushes.add(new JobQueue.Push(job.id(), job.queue(), delay, job.json())));
    }

    private Envelope envelope(Handler<?> handler, Object event) {
        return new Envelope(
                parts.ids().next(),
                handler.name(),
                handler.queue(),
                handler.version(),
                Envelope.tree(event),
                clock.millis(),
                (String) MDC.get(REQUEST_ID),
                JobTracing.current(),
                true);
    }

    @SuppressWarnings("unchecked")
    private List<JobQueue.Push> pushesOfThisTransaction() {
        List<JobQueue.Push> pushes = (List<JobQueue.Push>) transactions.getResource(Outbox.class);
        if (pushes == null) {
            pushes = new ArrayList<>();
            transactions.putResource(Outbox.class, pushes);
            transactions.registerInterposedSynchronization(new AfterCommit(pushes, parts.pusher()));
        }
        return pushes;
    }

    private record AfterCommit(List<JobQueue.Push> pushes, Pusher pusher) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                pusher.push(pushes);
            }
        }
    }
}
