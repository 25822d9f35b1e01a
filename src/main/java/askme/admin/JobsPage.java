package askme.admin;

import askme.jobs.JobAdmin;
import askme.jobs.JobEntry;
import askme.jobs.JobsState;
import askme.jobs.RedisFailure;
import askme.jobs.TaskState;
import java.util.List;

/**
 * What the operator's page shows.
 *
 * @param down whether Redis does not answer; everything else is empty then
 * @param delayed the next of those that wait, retries among them
 * @param dead the latest dead letters
 */
record JobsPage(boolean down, JobsState state, List<JobEntry> delayed, List<JobEntry> dead, List<TaskState> tasks) {

    private static final int LISTED = 50;

    static JobsPage now(JobAdmin jobs) {
        try {
            return new JobsPage(false, jobs.state(), jobs.delayed(LISTED), jobs.dead(LISTED), jobs.tasks());
        } catch (RedisFailure e) {
            return new JobsPage(true, new JobsState(List.of(), List.of(), 0), List.of(), List.of(), List.of());
        }
    }
}
