package askme.resilience;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Whether the threads of this process still take work: each group of threads gets an empty task again and again. */
@Singleton
public class ThreadWatch {

    private final Clock clock;
    private final Map<String, List<Canary>> groups = new ConcurrentHashMap<>();
    private final Map<String, BooleanSupplier> others = new ConcurrentHashMap<>();

    public ThreadWatch(Clock clock) {
        this.clock = clock;
    }

    /** Watches {@code executors}. The group is stuck if all of them are. */
    public void watch(String group, List<? extends Executor> executors) {
        groups.put(
                group,
                new CopyOnWriteArrayList<>(executors.stream().map(Canary::new).toList()));
    }

    /** Watches threads that cannot get an empty task. {@code stuck} says whether all of them are stuck. */
    public void watch(String group, BooleanSupplier stuck) {
        others.put(group, stuck);
    }

    /** Sends the empty tasks. Called regularly. */
    public void check() {
        groups.values().forEach(canaries -> canaries.forEach(Canary::send));
    }

    /** The groups of which no thread has taken a task for this time or longer. */
    public List<String> stuckFor(Duration time) {
        Instant before = clock.instant().minus(time);
        Stream<String> withoutReply = groups.entrySet().stream()
                .filter(group -> group.getValue().stream().allMatch(canary -> canary.waitsSince(before)))
                .map(Map.Entry::getKey);
        Stream<String> stuck = others.entrySet().stream()
                .filter(group -> group.getValue().getAsBoolean())
                .map(Map.Entry::getKey);
        return Stream.concat(withoutReply, stuck).sorted().toList();
    }

    private final class Canary {

        private final Executor executor;
        private volatile Optional<Instant> sent = Optional.empty();

        Canary(Executor executor) {
            this.executor = executor;
        }

        void send() {
            if (sent.isEmpty()) {
                sent = Optional.of(clock.instant());
                executor.execute(() -> sent = Optional.empty());
            }
        }

        boolean waitsSince(Instant before) {
            return sent.filter(moment -> !moment.isAfter(before)).isPresent();
        }
    }
}
