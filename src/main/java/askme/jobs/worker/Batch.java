package askme.jobs.worker;

import askme.jobs.Handler;
import java.util.List;

/** Jobs that one call of their handler executes: one job, or several for a {@link askme.jobs.BatchHandler}. */
record Batch(Handler<?> handler, List<ParsedJob> jobs) {}
