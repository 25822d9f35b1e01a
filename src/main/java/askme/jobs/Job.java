package askme.jobs;

import java.time.Instant;

/**
 * A job as its handler sees it.
 *
 * @param id unique and the same at each delivery: the idempotency key of what the handler does
 * @param attempt 1 at the first delivery
 * @param recordedAt when the event was recorded (UTC)
 */
public record Job(String id, String handler, String queue, int version, int attempt, Instant recordedAt) {}
