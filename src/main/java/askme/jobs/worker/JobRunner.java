package askme.jobs.worker;

import askme.jobs.BatchHandler;
import askme.jobs.Delivery;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.PermanentFailure;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Completion;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.Handlers;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.JobTracing;
import askme.jobs.queue.Outbox;
import askme.jobs.queue.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Opens claimed jobs, calls their handlers and says what became of each. */
final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int ERROR_LENGTH = 1000;

    /** A job this version cannot do waits for a newer worker; longer than any roll-out, it is dead. */
    private static final Duration NEWER_WORKER_WITHIN = Duration.ofDays(1);

    private static final Duration PUT_BACK_FOR = Duration.ofSeconds(15);

    private final Handlers handlers;
    private final Backoff backoff;
    private final int attempts;
    private final Clock clock;
    private final Consumer<Runnable> scope;
    private final Consumer<JobRun> runs;

    /**
     * @param attempts failures after which a job is buried
     * @param scope surrounds each call of a handler (the container's request context)
     * @param runs is told of every delivery
     */
    JobRunner(
            Handlers handlers,
            Backoff backoff,
            int attempts,
            Clock clock,
            Consumer<Runnable> scope,
            Consumer<JobRun> runs) {
        this.handlers = handlers;
        this.backoff = backoff;
        this.attempts = attempts;
        this.clock = clock;
        this.scope = scope;
        this.runs = runs;
    }

    /** An opened job. */
    record Opened(ClaimedJob job, Handler<?> handler, Envelope envelope, Object event) {}

    /** Jobs that are done by one call. */
    record Task(Handler<?> handler, List<Opened> jobs) {}

    /** Opens the jobs and groups them; those that no handler of this version can do are handed to {@code settled}. */
    List<Task> prepare(List<ClaimedJob> claimed, Consumer<Completion> settled) {
        List<Task> tasks = new ArrayList<>();
        Map<BatchHandler<?>, List<Opened>> batches = new LinkedHashMap<>();
        for (ClaimedJob job : claimed) {
            open(job, settled).ifPresent(opened -> {
                if (opened.handler() instanceof BatchHandler<?> batch) {
                    batches.computeIfAbsent(batch, h -> new ArrayList<>()).add(opened);
                } else {
                    tasks.add(new Task(opened.handler(), List.of(opened)));
                }
            });
        }
        batches.forEach((handler, jobs) -> {
            for (int from = 0; from < jobs.size(); from += handler.batchSize()) {
                tasks.add(new Task(handler, jobs.subList(from, Math.min(from + handler.batchSize(), jobs.size()))));
            }
        });
        return tasks;
    }

    private Optional<Opened> open(ClaimedJob job, Consumer<Completion> settled) {
        boolean outbox = true;
        try {
            Envelope envelope = Envelope.read(job.payload());
            outbox = envelope.outbox();
            Handler<?> handler = handlers.named(envelope.handler())
                    .filter(known -> known.version() >= envelope.version())
                    .orElse(null);
            if (handler != null) {
                return Optional.of(new Opened(job, handler, envelope, envelope.eventAs(handler.event())));
            }
            settled.accept(new Completion(job, outbox, putBack(envelope)));
        } catch (JsonProcessingException e) {
            settled.accept(new Completion(job, outbox, new Outcome.Buried("unreadable: " + e.getOriginalMessage())));
        }
        return Optional.empty();
    }

    private Outcome putBack(Envelope job) {
        Instant recorded = Instant.ofEpochMilli(job.recordedAt());
        if (recorded.plus(NEWER_WORKER_WITHIN).isBefore(clock.instant())) {
            return new Outcome.Buried("no worker knows " + job.handler() + " version " + job.version());
        }
        LOG.debugf("job put back for a newer worker id=%s handler=%s", job.id(), job.handler());
        return new Outcome.Again(PUT_BACK_FOR, "");
    }

    /** Does the task's jobs. */
    List<Completion> run(Task task) {
        Instant started = clock.instant();
        long start = System.nanoTime();
        List<Exception> failures = call(task);
        Duration took = Duration.ofNanos(System.nanoTime() - start)
                .dividedBy(task.jobs().size());
        List<Completion> settled = new ArrayList<>(task.jobs().size());
        for (int i = 0; i < task.jobs().size(); i++) {
            Opened opened = task.jobs().get(i);
            Outcome outcome = outcome(opened.job(), failures.get(i));
            Job job = job(opened);
            runs.accept(new JobRun(job, started, Duration.between(job.recordedAt(), started), took, outcome));
            log(job, outcome, failures.get(i));
            settled.add(new Completion(opened.job(), opened.envelope().outbox(), outcome));
        }
        return settled;
    }

    /** The failure of each job, null where it is done. */
    private List<Exception> call(Task task) {
        List<Exception> failures = new ArrayList<>();
        List<Envelope> envelopes = task.jobs().stream().map(Opened::envelope).toList();
        String request = task.jobs().size() == 1 ? task.jobs().get(0).envelope().requestId() : null;
        try {
            if (request != null) {
                MDC.put(Outbox.REQUEST_ID, request);
            }
            scope.accept(() -> failures.addAll(JobTracing.of(envelopes, () -> handle(task.handler(), task.jobs()))));
        } finally {
            MDC.remove(Outbox.REQUEST_ID);
        }
        return failures;
    }

    @SuppressWarnings("unchecked")
    private static <E> List<Exception> handle(Handler<E> handler, List<Opened> jobs) {
        List<Delivery<E>> deliveries = jobs.stream()
                .map(opened -> new Delivery<>((E) opened.event(), job(opened)))
                .toList();
        try {
            if (handler instanceof BatchHandler<E> batch) {
                batch.handleAll(deliveries);
            } else {
                handler.handle(deliveries.get(0).event(), deliveries.get(0).job());
            }
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            Exception failure = e instanceof Exception exception ? exception : new IllegalStateException(e);
            deliveries.forEach(delivery -> delivery.failed(failure));
        }
        List<Exception> failures = new ArrayList<>();
        deliveries.forEach(delivery -> failures.add(delivery.failure()));
        return failures;
    }

    private Outcome outcome(ClaimedJob job, Exception failure) {
        if (failure == null) {
            return new Outcome.Done();
        }
        String error = describe(failure);
        int failed = job.failures() + 1;
        return failure instanceof PermanentFailure || failed >= attempts
                ? new Outcome.Buried("attempt " + job.attempt() + ": " + error)
                : new Outcome.Again(backoff.after(failed), error);
    }

    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null && text.length() < ERROR_LENGTH; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
            text.append(": ").append(cause.getMessage());
        }
        return text.substring(0, Math.min(text.length(), ERROR_LENGTH));
    }

    /** Ids and types only: a message may hold an address. The whole error is on the operator's page. */
    private static void log(Job job, Outcome outcome, Exception failure) {
        if (failure != null) {
            String end = outcome instanceof Outcome.Buried ? "buried" : "failed";
            String what = failure.getClass().getName();
            if (failure.getCause() != null) {
                what += " by " + failure.getCause().getClass().getName();
            }
            LOG.warnf("job %s id=%s handler=%s attempt=%d error=%s", end, job.id(), job.handler(), job.attempt(), what);
            LOG.debugf(failure, "job %s id=%s", end, job.id());
        }
    }

    private static Job job(Opened opened) {
        Envelope envelope = opened.envelope();
        return new Job(
                envelope.id(),
                envelope.handler(),
                envelope.queue(),
                envelope.version(),
                opened.job().attempt(),
                Instant.ofEpochMilli(envelope.recordedAt()));
    }
}
