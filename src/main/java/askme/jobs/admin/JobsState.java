package askme.jobs.admin;

import java.util.List;

/** All queues and workers at one moment, the most urgent queue first. {@code dead} is the number of dead jobs. */
public record JobsState(List<QueueState> queues, List<WorkerState> workers, long dead) {}
