package askme.jobs.queue;

import askme.database.StatementLimit;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Runs the periodic tasks whose jobs have the same handler name. The event distinguishes such tasks. */
final class PeriodicTaskHandler implements Handler<JsonNode> {

    private final JobHandler declared;
    private final List<PeriodicTask> tasks;

    PeriodicTaskHandler(List<PeriodicTask> tasks) {
        this.declared = tasks.get(0).handler();
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return declared.name();
    }

    @Override
    public String queue() {
        return declared.queue();
    }

    @Override
    public int version() {
        return declared.version();
    }

    @Override
    public Class<JsonNode> event() {
        return JsonNode.class;
    }

    @Override
    public void handle(JsonNode event, Job job) throws Exception {
        PeriodicTask task = task(event);
        StatementLimit.asTask(task::run);
    }

    private PeriodicTask task(JsonNode event) {
        if (tasks.size() == 1) {
            return tasks.get(0);
        }
        return tasks.stream()
                .filter(task -> Envelope.tree(task.event()).equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no periodic task has the event " + event));
    }
}
