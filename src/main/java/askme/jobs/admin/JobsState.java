package askme.jobs.admin;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** All queues and workers at one moment, the most urgent queue first. {@code dead} is the number of dead jobs. */
@TemplateData
public record JobsState(List<QueueState> queues, List<WorkerState> workers, long dead) {}
