package askme.jobs.admin;

import askme.jobs.TaskState;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.JobsFactory;
import askme.jobs.schedule.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** The operator's hands: what there is to see of jobs and to do with them. Every method fails where Redis does not answer. */
@ApplicationScoped
public class JobAdmin {

    private static final int AT_ONCE = JobQueue.BATCH;

    private final JobsFactory parts;
    private final QueueInspector inspector;
    private final Scheduler tasks;

    JobAdmin(JobsFactory parts, QueueInspector inspector, Scheduler tasks) {
        this.parts = parts;
        this.inspector = inspector;
        this.tasks = tasks;
    }

    /** Queues and workers now. */
    public JobsState state() {
        return inspector.state();
    }

    /** The next jobs that wait for their time, soonest first. */
    public List<JobEntry> delayed(int most) {
        return inspector.delayed(most);
    }

    /** The latest dead letters. */
    public List<JobEntry> dead(int most) {
        return inspector.dead(most);
    }

    /** The periodic tasks, by name, those that are switched off too. */
    public List<TaskState> tasks() {
        return tasks.states();
    }

    /** Gives a dead letter all its attempts again, or makes a delayed job due at once. */
    public void retry(String id) {
        revive(List.of(id));
        inspector.hasten(List.of(id));
    }

    /** Gives this dead letter all its attempts again; false where there is none of this id. */
    boolean replay(String id) {
        return revive(List.of(id)) > 0;
    }

    /** Gives every dead letter that is there now another try; how many. */
    public int retryAll() {
        long left = state().dead();
        int revived = 0;
        while (left > 0) {
            List<String> ids =
                    dead(AT_ONCE).stream().limit(left).map(JobEntry::id).toList();
            revived += revive(ids);
            left -= AT_ONCE;
        }
        return revived;
    }

    private int revive(List<String> ids) {
        inOutbox(() -> parts.table().revive(ids));
        return inspector.revive(ids);
    }

    /** Deletes a dead letter or a delayed job for good. */
    public void delete(String id) {
        inOutbox(() -> parts.table().settle(List.of(id), List.of()));
        inspector.drop(List.of(id));
    }

    /** Workers leave the queue alone until {@link #resume}; what they have taken they finish. */
    public void pause(String queue) {
        inspector.pause(queue, true);
    }

    public void resume(String queue) {
        inspector.pause(queue, false);
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void inOutbox(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be changed", e);
        }
    }
}
