package askme.jobs.admin;

import askme.jobs.TaskState;
import askme.jobs.queue.JobQueue;
import askme.jobs.queue.JobsFactory;
import askme.jobs.schedule.Scheduler;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The data and actions of the jobs page and of {@code replay-dead}. Every method throws
 * {@link askme.jobs.RedisException} if Redis is down.
 */
@ApplicationScoped
public class JobAdmin {

    private static final int PAGE = JobQueue.BATCH;

    private final JobsFactory factory;
    private final QueueInspector inspector;
    private final Scheduler scheduler;
    private final String process = hostName() + "-" + ProcessHandle.current().pid();

    JobAdmin(JobsFactory factory, QueueInspector inspector, Scheduler scheduler) {
        this.factory = factory;
        this.inspector = inspector;
        this.scheduler = scheduler;
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        return name == null ? "process" : name;
    }

    /** The current state of queues and workers. */
    public JobsState state() {
        return inspector.state();
    }

    /** The next delayed jobs, the soonest first. */
    public List<JobEntry> delayed(int most) {
        return inspector.delayed(most);
    }

    /** The latest dead jobs. */
    public List<JobEntry> dead(int most) {
        return inspector.dead(most);
    }

    /** The periodic tasks, by name, including those that are off. */
    public List<TaskState> tasks() {
        return scheduler.states();
    }

    /** Replays a dead job, or makes a delayed job due. */
    public void retry(String id) {
        replay(List.of(id));
        inspector.runNow(List.of(id));
    }

    /** Queues a dead job with all its attempts; false if no dead job has this id. */
    boolean replay(String id) {
        return replay(List.of(id)) > 0;
    }

    /** Replays all jobs that are dead now. Returns their number. */
    public int replayAll() {
        long left = state().dead();
        int replayed = 0;
        while (left > 0) {
            List<String> ids = dead(PAGE).stream().limit(left).map(JobEntry::id).toList();
            replayed += replay(ids);
            left -= PAGE;
        }
        return replayed;
    }

    private int replay(List<String> ids) {
        inOutbox(() -> factory.table().replay(ids));
        return inspector.replay(ids);
    }

    /** Deletes a dead or delayed job permanently. */
    public void delete(String id) {
        inOutbox(() -> factory.table().complete(List.of(id), List.of()));
        inspector.delete(List.of(id));
    }

    /** Stops workers from claiming jobs of the queue until {@link #resume}. They finish the jobs that they have claimed. */
    public void pause(String queue) {
        inspector.pause(queue);
    }

    /** Lets workers claim jobs of the queue again. */
    public void resume(String queue) {
        inspector.resume(queue);
    }

    /**
     * A part that a process cannot use.
     *
     * @param part its name: {@code redis-cache}
     * @param hangs whether the part answers others: the process hangs, not the part
     */
    @TemplateData
    public record PartDown(String part, Instant since, boolean hangs) {}

    /**
     * Stores which parts this process cannot use, for the jobs page of any process.
     *
     * @throws askme.jobs.RedisException if Redis is down
     */
    public void reportParts(List<PartDown> parts) {
        inspector.reportParts(process, parts);
    }

    /** The parts that a process cannot use, by process. */
    public Map<String, List<PartDown>> parts() {
        return inspector.parts();
    }

    /** Makes all failed jobs of the queue due, because the part that failed them is back. Returns their number. */
    public int runFailed(String queue) {
        return inspector.runFailed(queue);
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void inOutbox(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of the outbox cannot be changed", e);
        }
    }
}
