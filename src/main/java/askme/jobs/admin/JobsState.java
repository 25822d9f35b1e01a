package askme.jobs.admin;

import java.util.List;

/** All queues and workers at one moment, most urgent queue first; {@code dead} is the number of dead letters. */
public record JobsState(List<QueueState> queues, List<WorkerState> workers, long dead) {}
