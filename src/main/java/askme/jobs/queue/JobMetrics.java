package askme.jobs.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Records metrics of jobs and of Redis commands. */
@ApplicationScoped
public class JobMetrics {

    private final MeterRegistry registry;
    private final Timer roundTrip;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        roundTrip = Timer.builder("askme.redis.roundtrip")
                .description("Commands of the job queue, from sending to the answer")
                .register(registry);
    }

    /** Records the duration of one Redis command. */
    public void roundTrip(Duration time) {
        roundTrip.record(time);
    }

    /** Records a delivery, tagged with its handler and the name of its outcome. */
    public void record(JobRun run) {
        String end = run.outcome().name();
        String handler = run.job().handler();
        timers.computeIfAbsent(handler + " " + end, key -> timer("askme.jobs.run", handler, end))
                .record(run.took());
        if (run.job().attempt() == 1) {
            timers.computeIfAbsent(handler, key -> timer("askme.jobs.latency", handler, end))
                    .record(run.waited().isNegative() ? Duration.ZERO : run.waited());
        }
    }

    private Timer timer(String name, String handler, String end) {
        return Timer.builder(name).tag("handler", handler).tag("end", end).register(registry);
    }
}
