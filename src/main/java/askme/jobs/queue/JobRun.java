package askme.jobs.queue;

import askme.jobs.Job;
import java.time.Duration;
import java.time.Instant;

/**
 * One completed delivery of a job.
 *
 * @param waited from the recording of the event to the start, earlier attempts included
 * @param took the duration of the delivery; the time of a batch is divided evenly among its jobs
 */
public record JobRun(Job job, Instant startedAt, Duration waited, Duration took, Outcome outcome) {}
