package askme.jobs.admin;

import java.time.Duration;

/**
 * A worker that has shown a sign of life within the last day.
 *
 * @param silent since its last sign of life
 * @param alive whether that is less than the lease
 * @param busy jobs it has taken and not settled
 */
public record WorkerState(String id, Duration silent, boolean alive, long busy) {}
