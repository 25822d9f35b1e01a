package askme.jobs.admin;

import io.quarkus.qute.TemplateData;
import java.time.Duration;

/**
 * A worker whose last heartbeat is less than a day old.
 *
 * @param silent the time since its last heartbeat
 * @param alive whether that is shorter than the lease
 * @param busy claimed jobs that are not completed
 */
@TemplateData
public record WorkerState(String id, Duration silent, boolean alive, long busy) {}
