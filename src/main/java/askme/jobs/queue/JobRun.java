package askme.jobs.queue;

import askme.jobs.Job;
import java.time.Duration;
import java.time.Instant;

/**
 * One delivery of a job, after the fact.
 *
 * @param waited from the recording of the event to the start; in a later attempt it holds the earlier ones
 * @param took of its own; a batch's time is shared out evenly
 */
public record JobRun(Job job, Instant startedAt, Duration waited, Duration took, Outcome outcome) {}
