package askme.jobs.worker;

import askme.database.DatabaseUnavailable;
import askme.database.DatabaseUse;
import askme.jobs.JobsConfig;
import askme.jobs.Roles;
import askme.jobs.queue.JobMetrics;
import askme.jobs.queue.JobRun;
import askme.jobs.queue.JobsFactory;
import askme.jobs.schedule.Scheduler;
import askme.resilience.Causes;
import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import askme.resilience.ThreadWatch;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Starts and stops the worker of a process with the worker role. */
@ApplicationScoped
class WorkerLifecycle {

    private final Roles roles;
    private final JobsFactory factory;
    private final JobsConfig config;
    private final JobMetrics metrics;
    private final Scheduler scheduler;
    private final Parts parts;
    private final ThreadWatch threads;
    private final DatabaseUse database;
    private final Clock clock;
    private Worker worker;

    WorkerLifecycle(
            Roles roles,
            JobsFactory factory,
            JobsConfig config,
            JobMetrics metrics,
            Scheduler scheduler,
            Parts parts,
            ThreadWatch threads,
            DatabaseUse database,
            Clock clock) {
        this.parts = parts;
        this.threads = threads;
        this.database = database;
        this.roles = roles;
        this.factory = factory;
        this.config = config;
        this.metrics = metrics;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!roles.worker()) {
            return;
        }
        JobsConfig.Settings settings = config.jobs();
        JobsConfig.Retry retry = settings.retry();
        // ThreadLocalRandom.current() must be called on the thread that uses it.
        Backoff backoff = new Backoff(
                retry.base(), retry.most(), () -> ThreadLocalRandom.current().nextLong());
        Consumer<JobRun> runs = metrics::record;
        JobReader reader = new JobReader(factory.handlers(), clock);
        JobRunner runner = new JobRunner(
                backoff,
                retry.attempts(),
                clock,
                WorkerLifecycle::inRequestContext,
                runs.andThen(scheduler::saveRun),
                this::isLoggedOutage);
        String id = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        worker = new Worker(id, settings, factory.queue(), factory.table(), reader, runner, parts);
        worker.start();
        threads.watch("jobs", worker::isStuck);
    }

    void stop(@Observes ShutdownEvent event) {
        if (worker != null) {
            worker.stop();
        }
    }

    /** Whether a job failed because a part is down, which the part's log reports. */
    private boolean isLoggedOutage(Exception failure) {
        Optional<SQLException> down = DatabaseUnavailable.in(failure);
        down.ifPresent(database::failed);
        return down.isPresent() || Causes.include(failure, PartUnavailable.class);
    }

    /** Handlers may use beans of the request scope, such as the persistence context and the messages of a language. */
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
