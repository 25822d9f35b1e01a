package askme.jobs;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;

/**
 * The schedule of a periodic task and its last run.
 *
 * @param schedule as configured
 * @param last when its latest run started; null if it never ran
 * @param took the duration of that run
 * @param end {@code done}, {@code failed} or {@code buried}; null if it never ran
 * @param next the start of the next slot; null if the task is off or has no next slot
 */
@TemplateData
public record TaskState(String name, String schedule, Instant last, Duration took, String end, Instant next) {}
