package askme.names;

import askme.jobs.Handler;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The names of handlers with their queues, versions and events. */
@ApplicationScoped
class NamesOfJobs {

    private static final String SECTION = "handlers";

    private final Instance<Handler<?>> handlers;
    private final Instance<PeriodicTask> tasks;

    NamesOfJobs(@Any Instance<Handler<?>> handlers, @Any Instance<PeriodicTask> tasks) {
        this.handlers = handlers;
        this.tasks = tasks;
    }

    void find(Names names) {
        for (Handler<?> handler : handlers) {
            if (!MainClasses.isOfTests(handler.event())) {
                add(names, handler.name(), handler.queue(), handler.version());
                event(names, handler.name(), handler.event());
            }
        }
        for (PeriodicTask task : tasks) {
            JobHandler handler = task.handler();
            add(names, handler.name(), handler.queue(), handler.version());
            if (task.event() instanceof Record event) {
                event(names, handler.name(), event.getClass());
            }
        }
    }

    private static void add(Names names, String handler, String queue, int version) {
        names.add(SECTION, handler + " queue=" + queue + " version=" + version);
    }

    private static void event(Names names, String handler, Class<?> type) {
        JsonMembers.of(type).forEach(member -> names.add(SECTION, handler + " event " + member));
    }

    /** Runs a periodic task on this thread. */
    void run(String name) throws Exception {
        for (PeriodicTask task : tasks) {
            if (task.name().equals(name)) {
                task.run();
            }
        }
    }
}
