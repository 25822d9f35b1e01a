package askme.jobs.worker;

import askme.jobs.JobsConfig;
import askme.jobs.Roles;
import askme.jobs.queue.JobMetrics;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.JobsFactory;
import askme.jobs.schedule.Scheduler;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Starts and stops the worker of a process that has this role. */
@ApplicationScoped
class WorkerLifecycle {

    private final Roles roles;
    private final JobsFactory parts;
    private final JobsConfig config;
    private final JobMetrics metrics;
    private final Scheduler tasks;
    private final Clock clock;
    private Worker worker;

    WorkerLifecycle(
            Roles roles, JobsFactory parts, JobsConfig config, JobMetrics metrics, Scheduler tasks, Clock clock) {
        this.roles = roles;
        this.parts = parts;
        this.config = config;
        this.metrics = metrics;
        this.tasks = tasks;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!roles.worker()) {
            return;
        }
        JobsConfig.Settings settings = config.jobs();
        JobsConfig.Retry retry = settings.retry();
        // A generator of one's own is not needed: each thread has its own.
        Backoff backoff = new Backoff(
                retry.base(), retry.most(), () -> ThreadLocalRandom.current().nextLong());
        Consumer<JobRun> runs = metrics::run;
        JobRunner runner = new JobRunner(
                parts.handlers(),
                backoff,
                retry.attempts(),
                clock,
                WorkerLifecycle::inRequestContext,
                runs.andThen(tasks::ran));
        String id = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        worker = new Worker(id, settings, parts.queue(), parts.table(), runner, clock);
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (worker != null) {
            worker.stop();
        }
    }

    /** Handlers may use what lives as long as a request: the persistence context, the bundle of the language. */
    private static void inRequestContext(Runnable call) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            call.run();
        } finally {
            context.terminate();
        }
    }
}
