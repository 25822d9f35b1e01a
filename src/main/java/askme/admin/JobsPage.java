package askme.admin;

import askme.jobs.RedisException;
import askme.jobs.TaskState;
import askme.jobs.admin.JobAdmin;
import askme.jobs.admin.JobEntry;
import askme.jobs.admin.JobsState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the operator's page shows.
 *
 * @param at when it was made
 * @param down whether Redis does not answer; everything else is empty then
 * @param delayed the next of those that wait, retries among them
 * @param dead the latest dead letters
 */
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

    /** How long it still is to {@code moment}; nothing where that has passed. */
    public Duration until(Instant moment) {
        return moment.isAfter(at) ? Duration.between(at, moment) : Duration.ZERO;
    }
}
