package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final ThreadWatch watch = new ThreadWatch(clock);
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Test
    void threadsThatTakeNoTaskAreStuck() {
        watch.watch("pages", List.of(waiting::add));
        watch.check();
        assertThat(watch.stuckFor(MINUTE)).isEmpty();
        clock.pass(MINUTE);
        watch.check();
        assertThat(watch.stuckFor(MINUTE)).containsExactly("pages");
        waiting.forEach(Runnable::run);
        assertThat(watch.stuckFor(MINUTE)).isEmpty();
        assertThat(waiting).as("tasks that wait at a time").hasSize(1);
    }

    @Test
    void groupIsStuckOnlyIfAllItsThreadsAre() {
        Executor free = Runnable::run;
        watch.watch("event loops", List.of(waiting::add, free));
        watch.check();
        clock.pass(MINUTE);
        assertThat(watch.stuckFor(MINUTE)).isEmpty();
    }
}
