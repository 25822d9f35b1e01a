package askme.jobs.queue;

import askme.jobs.Handler;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;

/**
 * Records the events of features. An event becomes one job for each of its handlers:
 * <ol>
 *   <li>The outbox inserts a row for each job in the caller's transaction, so that a crash loses both or neither.
 *   <li>After the commit it pushes the jobs to Redis without waiting. If that fails, the relay pushes them later.
 *   <li>A worker executes the job and deletes the row.
 * </ol>
 */
@ApplicationScoped
public class Outbox {

    /** The key of the request id in the log context. The envelope of a job carries this id too. */
    public static final String REQUEST_ID = "requestId";

    private final JobsFactory factory;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Outbox(JobsFactory factory, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.factory = factory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records {@code event} for each of its handlers.
     *
     * @param event a record that Jackson can write and read
     * @throws IllegalStateException if no transaction is active
     * @throws IllegalArgumentException if the event is larger than 16 KB
     */
    public void record(Object event) {
        record(event, Duration.ZERO);
    }

    /** Records {@code event} with jobs that are executed no earlier than {@code delay} after the commit. */
    public void record(Object event, Duration delay) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("no transaction is active");
        }
        JsonNode json = limited(event);
        List<Envelope> jobs = factory.handlers().of(event.getClass()).stream()
                .map(handler -> envelope(handler, json))
                .toList();
        if (jobs.isEmpty()) {
            return;
        }
        try {
            factory.table().insert(jobs, delay);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of the outbox cannot be inserted", e);
        }
        List<JobQueue.Push> pushes = pushesOfThisTransaction();
        jobs.forEach(job -> pushes.add(new JobQueue.Push(job.id(), job.queue(), delay, job.json())));
    }

    /**
     * The event as JSON.
     *
     * @throws IllegalArgumentException if it is larger than {@link Envelope#MOST_EVENT_BYTES}. Events hold ids. A text of a member
     *     belongs into its own table, because relays and workers have many events in memory
     */
    private static JsonNode limited(Object event) {
        JsonNode json = Envelope.tree(event);
        int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Envelope.MOST_EVENT_BYTES) {
            throw new IllegalArgumentException(
                    event.getClass().getSimpleName() + " has " + bytes + " bytes, more than an event may have");
        }
        return json;
    }

    private Envelope envelope(Handler<?> handler, JsonNode event) {
        return new Envelope(
                factory.ids().next(),
                handler.name(),
                handler.queue(),
                handler.version(),
                event,
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
            transactions.registerInterposedSynchronization(new AfterCommit(pushes, factory.pusher()));
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
