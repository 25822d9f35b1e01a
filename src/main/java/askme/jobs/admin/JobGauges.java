package askme.jobs.admin;

import askme.jobs.Queues;
import askme.jobs.RedisException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The state of the queues for Prometheus. All gauges of a scrape share one request to Redis. If Redis is down, they have no values. */
@ApplicationScoped
class JobGauges {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Map<String, ToDoubleFunction<QueueState>> OF_QUEUE = Map.of(
            "askme.jobs.depth", QueueState::depth,
            "askme.jobs.age.seconds", queue -> queue.age().toMillis() / 1000.0,
            "askme.jobs.delayed", QueueState::delayed,
            "askme.jobs.busy", QueueState::busy,
            "askme.jobs.processed", QueueState::processed,
            "askme.jobs.failed", QueueState::failed,
            "askme.jobs.buried", QueueState::dead);

    private final QueueInspector inspector;
    private final MeterRegistry registry;
    private final Clock clock;
    private JobsState state;
    private long readAt;

    JobGauges(QueueInspector inspector, MeterRegistry registry, Clock clock) {
        this.inspector = inspector;
        this.registry = registry;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        OF_QUEUE.forEach((name, value) -> {
            for (int i = 0; i < Queues.BY_PRIORITY.size(); i++) {
                int queue = i;
                Gauge.builder(
                                name,
                                () -> now(
                                        state -> value.applyAsDouble(
                                                state.queues().get(queue)),
                                        Double.NaN))
                        .tag("queue", Queues.BY_PRIORITY.get(i))
                        .register(registry);
            }
        });
        Gauge.builder("askme.jobs.dead", () -> now(JobsState::dead, Double.NaN)).register(registry);
        Gauge.builder("askme.redis.up", () -> now(state -> 1, 0)).register(registry);
    }

    private double now(ToDoubleFunction<JobsState> value, double down) {
        JobsState current = fresh();
        return current == null ? down : value.applyAsDouble(current);
    }

    private synchronized JobsState fresh() {
        if (clock.millis() - readAt > FRESH.toMillis()) {
            try {
                state = inspector.state();
            } catch (RedisException e) {
                state = null;
            }
            readAt = clock.millis();
        }
        return state;
    }
}
