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

/**
 * The content of the jobs page.
 *
 * @param at the time of this state
 * @param down whether Redis is down; the lists are empty then
 * @param delayed the next delayed jobs, including retries
 * @param dead the latest dead jobs
 */
@TemplateData
record JobsPage(
        Instant at, boolean down, JobsState state, List<JobEntry> delayed, List<JobEntry> dead, List<TaskState> tasks) {

    private static final int LISTED = 50;

    static JobsPage of(JobAdmin jobs, Instant now) {
        try {
            return new JobsPage(now, false, jobs.state(), jobs.delayed(LISTED), jobs.dead(LISTED), jobs.tasks());
        } catch (RedisException e) {
            return new JobsPage(now, true, new JobsState(List.of(), List.of(), 0), List.of(), List.of(), List.of());
        }
    }

    /** The time until {@code moment}; zero if it has passed. */
    public Duration until(Instant moment) {
        return moment.isAfter(at) ? Duration.between(at, moment) : Duration.ZERO;
    }
}
