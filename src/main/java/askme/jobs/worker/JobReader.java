package askme.jobs.worker;

import askme.jobs.BatchHandler;
import askme.jobs.Handler;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Completion;
import askme.jobs.queue.Envelope;
import askme.jobs.queue.Handlers;
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

/** Parses claimed jobs and groups them into batches. It runs on the thread of a {@link Fetcher}. */
final class JobReader {

    private static final Logger LOG = Logger.getLogger(JobReader.class);

    /** A job without a handler waits this long for a newer worker, longer than any roll-out. Then it is dead. */
    private static final Duration NEWER_WORKER_WITHIN = Duration.ofDays(1);

    private static final Duration PUT_BACK_FOR = Duration.ofSeconds(15);

    private final Handlers handlers;
    private final Clock clock;

    JobReader(Handlers handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Returns the batches; {@code completed} receives the jobs that no handler of this version can execute. */
    List<Batch> read(List<ClaimedJob> claimed, Consumer<Completion> completed) {
        List<Batch> batches = new ArrayList<>();
        Map<BatchHandler<?>, List<ParsedJob>> byHandler = new LinkedHashMap<>();
        for (ClaimedJob job : claimed) {
            parse(job, completed).ifPresent(parsed -> {
                if (parsed.handler() instanceof BatchHandler<?> handler) {
                    byHandler.computeIfAbsent(handler, h -> new ArrayList<>()).add(parsed);
                } else {
                    batches.add(new Batch(parsed.handler(), List.of(parsed)));
                }
            });
        }
        byHandler.forEach((handler, jobs) -> {
            for (int from = 0; from < jobs.size(); from += handler.batchSize()) {
                int to = Math.min(from + handler.batchSize(), jobs.size());
                batches.add(new Batch(handler, jobs.subList(from, to)));
            }
        });
        return batches;
    }

    private Optional<ParsedJob> parse(ClaimedJob job, Consumer<Completion> completed) {
        boolean outbox = true;
        try {
            Envelope envelope = Envelope.read(job.payload());
            outbox = envelope.outbox();
            Handler<?> handler = handlers.named(envelope.handler())
                    .filter(found -> found.version() >= envelope.version())
                    .orElse(null);
            if (handler != null) {
                return Optional.of(new ParsedJob(job, envelope, handler, envelope.eventAs(handler.event())));
            }
            completed.accept(new Completion(job, outbox, withoutHandler(envelope)));
        } catch (JsonProcessingException e) {
            completed.accept(new Completion(job, outbox, new Outcome.Dead("unreadable: " + e.getOriginalMessage())));
        }
        return Optional.empty();
    }

    private Outcome withoutHandler(Envelope job) {
        Instant recorded = Instant.ofEpochMilli(job.recordedAt());
        if (recorded.plus(NEWER_WORKER_WITHIN).isBefore(clock.instant())) {
            return new Outcome.Dead("no worker has the handler " + job.handler() + " version " + job.version());
        }
        LOG.debugf("job put back for a newer worker id=%s handler=%s", job.id(), job.handler());
        return new Outcome.Retry(PUT_BACK_FOR, "");
    }
}
