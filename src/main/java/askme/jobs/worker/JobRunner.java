package askme.jobs.worker;

import askme.jobs.BatchHandler;
import askme.jobs.Delivery;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.PermanentFailure;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Completion;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.JobTracing;
import askme.jobs.queue.Outbox;
import askme.jobs.queue.Outcome;
import askme.resilience.Causes;
import askme.resilience.OutageLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Calls the handler of a batch and decides the outcome of each job. It runs on a thread of the {@link WorkerPool}. */
final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int ERROR_LENGTH = 1000;

    private final Backoff backoff;
    private final int attempts;
    private final Clock clock;
    private final Consumer<Runnable> scope;
    private final Consumer<JobRun> runs;
    private final Predicate<Exception> loggedOutage;
    private final Map<String, OutageLog> failing = new ConcurrentHashMap<>();

    /**
     * @param attempts the number of failures after which a job is dead
     * @param scope surrounds each call of a handler (the container's request context)
     * @param runs receives every delivery
     * @param loggedOutage whether a failure belongs to an outage that another line of the log reports
     */
    JobRunner(
            Backoff backoff,
            int attempts,
            Clock clock,
            Consumer<Runnable> scope,
            Consumer<JobRun> runs,
            Predicate<Exception> loggedOutage) {
        this.loggedOutage = loggedOutage;
        this.backoff = backoff;
        this.attempts = attempts;
        this.clock = clock;
        this.scope = scope;
        this.runs = runs;
    }

    /** Executes the jobs of the batch. */
    List<Completion> run(Batch batch) {
        Instant started = clock.instant();
        long start = System.nanoTime();
        List<Exception> failures = call(batch);
        Duration took = Duration.ofNanos(System.nanoTime() - start)
                .dividedBy(batch.jobs().size());
        List<Completion> completions = new ArrayList<>(batch.jobs().size());
        for (int i = 0; i < batch.jobs().size(); i++) {
            ParsedJob parsed = batch.jobs().get(i);
            Outcome outcome = outcome(parsed.claimed(), failures.get(i));
            Job job = parsed.job();
            runs.accept(new JobRun(job, started, Duration.between(job.recordedAt(), started), took, outcome));
            log(job, outcome, failures.get(i));
            completions.add(new Completion(parsed.claimed(), parsed.envelope().outbox(), outcome));
        }
        return completions;
    }

    /** The failure of each job; null for a job that is done. */
    private List<Exception> call(Batch batch) {
        List<Exception> failures = new ArrayList<>();
        List<Envelope> envelopes =
                batch.jobs().stream().map(ParsedJob::envelope).toList();
        String request = envelopes.size() == 1 ? envelopes.get(0).requestId() : null;
        try {
            if (request != null) {
                MDC.put(Outbox.REQUEST_ID, request);
            }
            scope.accept(
                    () -> failures.addAll(JobTracing.trace(envelopes, () -> handle(batch.handler(), batch.jobs()))));
        } finally {
            MDC.remove(Outbox.REQUEST_ID);
        }
        return failures;
    }

    @SuppressWarnings("unchecked")
    private static <E> List<Exception> handle(Handler<E> handler, List<ParsedJob> jobs) {
        List<Delivery<E>> deliveries = jobs.stream()
                .map(parsed -> new Delivery<>((E) parsed.event(), parsed.job()))
                .toList();
        try {
            if (handler instanceof BatchHandler<E> several) {
                several.handleAll(deliveries);
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
                ? new Outcome.Dead("attempt " + job.attempt() + ": " + error)
                : new Outcome.Retry(backoff.after(failed), error);
    }

    private static String describe(Throwable failure) {
        String text = Causes.of(failure)
                .map(cause -> cause.getClass().getName() + ": " + cause.getMessage())
                .collect(Collectors.joining(" <- "));
        return text.substring(0, Math.min(text.length(), ERROR_LENGTH));
    }

    /**
     * Logs ids and types only, because a message may contain an address. The operator's page shows the whole error. While a
     * handler fails again and again, only the first failure has a line, and then there is a count each minute.
     */
    private void log(Job job, Outcome outcome, Exception failure) {
        if (failure == null) {
            failing.computeIfPresent(job.handler(), (handler, log) -> {
                log.ends();
                return null;
            });
            return;
        }
        boolean dead = outcome instanceof Outcome.Dead;
        String line = "job %s id=%s handler=%s attempt=%d error=%s"
                .formatted(dead ? "dead" : "failed", job.id(), job.handler(), job.attempt(), types(failure));
        if (dead) {
            LOG.warn(line);
        } else if (!loggedOutage.test(failure)) {
            failing.computeIfAbsent(job.handler(), handler -> new OutageLog("handler " + handler, clock))
                    .begins(() -> line);
        }
        LOG.debugf(failure, "job failed id=%s", job.id());
    }

    private static String types(Exception failure) {
        String type = failure.getClass().getName();
        return failure.getCause() == null
                ? type
                : type + " by " + failure.getCause().getClass().getName();
    }
}
