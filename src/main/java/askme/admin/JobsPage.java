package askme.admin;

import askme.jobs.RedisException;
import askme.jobs.TaskState;
import askme.jobs.admin.JobAdmin;
import askme.jobs.admin.JobEntry;
import askme.jobs.admin.JobsState;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The content of the jobs page.
 *
 * @param at the time of this state
 * @param down whether Redis is down; the lists are empty then
 * @param delayed the next delayed jobs, including retries
 * @param dead the latest dead jobs
 * @param parts the parts that a process cannot use, by process
 */
@TemplateData
record JobsPage(
        Instant at,
        boolean down,
        JobsState state,
        List<JobEntry> delayed,
        List<JobEntry> dead,
        List<TaskState> tasks,
        Map<String, List<JobAdmin.PartDown>> parts) {

    private static final int LISTED = 50;

    static JobsPage of(JobAdmin jobs, Instant now) {
        try {
            return new JobsPage(
                    now, false, jobs.state(), jobs.delayed(LISTED), jobs.dead(LISTED), jobs.tasks(), jobs.parts());
        } catch (RedisException e) {
            JobsState none = new JobsState(List.of(), List.of(), 0);
            return new JobsPage(now, true, none, List.of(), List.of(), List.of(), Map.of());
        }
    }

    /** The time since {@code moment}; zero if it is not reached. */
    public Duration since(Instant moment) {
        return moment.isBefore(at) ? Duration.between(moment, at) : Duration.ZERO;
    }

    /** The time until {@code moment}; zero if it has passed. */
    public Duration until(Instant moment) {
        return moment.isAfter(at) ? Duration.between(at, moment) : Duration.ZERO;
    }
}
