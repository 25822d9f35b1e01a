package askme.liveness;

import askme.jobs.Queues;
import askme.jobs.RedisException;
import askme.jobs.Roles;
import askme.jobs.admin.JobAdmin;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.resilience.ThreadWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Watches the parts that this process cannot use, on a separate thread:
 * <ol>
 *   <li>It shows them to the operator, on the jobs page and as a metric.
 *   <li>When a part answers again, the failed jobs that wait for it become due at once.
 *   <li>If the process itself hangs, the check {@link LivenessCheck} is down, and then the process ends.
 * </ol>
 */
@ApplicationScoped
class ProcessWatch {

    /** The exit code of a process that hung. It differs from those of the JVM, of commands and of signals. */
    static final int EXIT_CODE = 86;

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration STUCK = Duration.ofSeconds(60);
    private static final Duration ORDERLY_END = Duration.ofSeconds(30);
    private static final Map<Part, String> QUEUE_OF_PART =
            Map.of(Part.MAIL, Queues.MAIL, Part.REALTIME, Queues.REALTIME);

    private final Parts parts;
    private final ThreadWatch threads;
    private final FreshConnections connections;
    private final JobAdmin jobs;
    private final Roles roles;
    private final LivenessConfig config;
    private final HangDetector detector;
    private final Clock clock;
    private final Map<Part, Instant> hastened = new EnumMap<>(Part.class);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(body -> {
        Thread made = new Thread(body, "process-watch");
        made.setDaemon(true);
        return made;
    });

    ProcessWatch(
            Parts parts,
            ThreadWatch threads,
            FreshConnections connections,
            JobAdmin jobs,
            Roles roles,
            LivenessConfig config,
            Clock clock) {
        this.parts = parts;
        this.threads = threads;
        this.connections = connections;
        this.jobs = jobs;
        this.roles = roles;
        this.config = config;
        this.detector = new HangDetector(clock);
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics, ManagedExecutor pages, Vertx vertx) {
        for (Part part : Part.values()) {
            Gauge.builder("askme.part.down.seconds", () -> secondsDown(part))
                    .tag("part", part.label())
                    .register(metrics);
        }
        if (roles.all().isEmpty()) {
            return; // A command.
        }
        threads.watch("pages", List.of(pages));
        List<Executor> loops = new ArrayList<>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loops::add);
        threads.watch("event loops", loops);
        thread.scheduleWithFixedDelay(this::check, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    HangDetector detector() {
        return detector;
    }

    private double secondsDown(Part part) {
        return parts.failing().stream()
                .filter(failing -> failing.part() == part)
                .mapToDouble(failing ->
                        Duration.between(failing.since(), clock.instant()).toMillis() / 1000.0)
                .findFirst()
                .orElse(0);
    }

    private void check() {
        try {
            threads.check();
            List<Parts.Failing> failing = parts.failing();
            detector.judge(failing, connections::isAnswered, threads.stuckFor(STUCK));
            hasten(failing);
            jobs.reportParts(failing.stream()
                    .map(part ->
                            new JobAdmin.PartDown(part.part().label(), part.since(), detector.answers(part.part())))
                    .toList());
        } catch (RedisException e) {
            Log.debugf("parts cannot be reported: %s", e.getMessage());
        } catch (RuntimeException e) {
            Log.error("the watch of this process failed", e);
        }
        if (config.exit() && detector.mustEnd()) {
            end();
        }
    }

    /** Otherwise jobs that failed during a long outage would wait up to hours for their next attempt. Once for each outage. */
    private void hasten(List<Parts.Failing> failing) {
        hastened.keySet().retainAll(failing.stream().map(Parts.Failing::part).toList());
        for (Parts.Failing part : failing) {
            String queue = QUEUE_OF_PART.get(part.part());
            if (queue != null
                    && detector.answers(part.part())
                    && hastened.putIfAbsent(part.part(), part.since()) == null) {
                Log.infof("part %s answers again: jobs made due=%d", part.part().label(), jobs.runFailed(queue));
            }
        }
    }

    private static void haltLater() {
        try {
            new CountDownLatch(1).await(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private void end() {
        Log.errorf("this process hangs and ends itself: %s", detector.reason().orElse(""));
        // Threads that hang may keep the orderly end from coming.
        Thread last = new Thread(ProcessWatch::haltLater, "process-end");
        last.setDaemon(true);
        last.start();
        Quarkus.asyncExit(EXIT_CODE);
    }
}
