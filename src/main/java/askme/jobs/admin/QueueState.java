package askme.jobs.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.qute.TemplateData;
import java.time.Duration;

/**
 * One queue at one moment.
 *
 * @param depth waiting jobs
 * @param age the time since the event of the next job was recorded; zero if no job waits
 * @param delayed jobs that are not due, including retries
 * @param busy claimed jobs
 * @param paused whether workers claim no jobs from it
 * @param processed jobs done since Redis was last emptied
 * @param failed failed deliveries since then
 * @param dead jobs that died since then; {@code buried} in JSON
 * @param perMinute jobs done within the last minute
 */
@TemplateData
public record QueueState(
        String name,
        long depth,
        Duration age,
        long delayed,
        long busy,
        boolean paused,
        long processed,
        long failed,
        @JsonProperty("buried") long dead,
        long perMinute) {}
