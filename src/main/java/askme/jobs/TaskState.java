package askme.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a periodic task.
 *
 * @param schedule as configured
 * @param last when its latest run started; null where there was none
 * @param took how long that took
 * @param end {@code done}, {@code failed} or {@code buried}; null where there was no run
 * @param next when it is due again; null where it is switched off or has no next time
 */
public record TaskState(String name, String schedule, Instant last, Duration took, String end, Instant next) {}
