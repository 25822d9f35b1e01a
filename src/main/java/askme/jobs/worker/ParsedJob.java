package askme.jobs.worker;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Envelope;
import java.time.Instant;

/** A claimed job with its envelope, its handler and its event. */
record ParsedJob(ClaimedJob claimed, Envelope envelope, Handler<?> handler, Object event) {

    /** The job from the view of its handler. */
    Job job() {
        return new Job(
                envelope.id(),
                envelope.handler(),
                envelope.queue(),
                envelope.version(),
                claimed.attempt(),
                Instant.ofEpochMilli(envelope.recordedAt()));
    }
}
