package askme.jobs;

import java.time.Instant;

/**
 * A job from the view of its handler.
 *
 * @param id unique, and the same at each delivery, so that a handler can use it as an idempotency key
 * @param attempt 1 at the first delivery
 * @param recordedAt when the event was recorded (UTC)
 */
public record Job(String id, String handler, String queue, int version, int attempt, Instant recordedAt) {}
