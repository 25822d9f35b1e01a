package askme.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import askme.jobs.queue.Handlers;
import askme.jobs.worker.Ping;
import askme.jobs.worker.Pings;
import askme.jobs.worker.QueueKit;
import askme.jobs.worker.Worker;
import askme.support.ManualClock;
import askme.support.RedisServer;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodicTasksTest {

    private static RedisServer redis;
    private static QueueKit kit;

    private final Pings handler = new Pings(Queues.DIGEST, (ping, job) -> {});
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T03:30:00.500Z"));

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        kit = new QueueKit(redis.client(), Map.of());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.call(Command.FLUSHDB);
    }

    private record Task(String schedule) implements PeriodicTask {

        @Override
        public String name() {
            return "refresh";
        }

        @Override
        public Object event() {
            return new Ping(1);
        }
    }

    private PeriodicTasks scheduler(String schedule) {
        ScheduleStore slots = new ScheduleStore(kit.link);
        return new PeriodicTasks(List.of(new Task(schedule)), slots, kit.queue, new Handlers(List.of(handler)), clock);
    }

    /** Does what waits, as a worker would; how many jobs it was. */
    private int work(PeriodicTasks tasks) {
        Worker worker = kit.worker(handler);
        kit.runs.clear();
        worker.start();
        await().until(() -> kit.state(Queues.DIGEST).depth() == 0
                && kit.state(Queues.DIGEST).busy() == 0);
        worker.stop();
        kit.runs.forEach(tasks::ran);
        return kit.runs.size();
    }

    @Test
    void twoSchedulersRunEachSlotOnce() {
        PeriodicTasks one = scheduler("2s");
        PeriodicTasks two = scheduler("2s");
        int done = 0;
        for (int tick = 0; tick < 6; tick++) {
            IntStream.range(0, 2).parallel().forEach(n -> (n == 0 ? one : two).tick());
            done += work(one);
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(done).isEqualTo(3);
    }

    @Test
    void aSchedulerThatStartsAnewTakesNoSlotASecondTime() {
        scheduler("1h").tick();
        assertThat(work(scheduler("1h"))).isEqualTo(1);
        clock.pass(Duration.ofMinutes(15));
        scheduler("1h").tick();
        assertThat(kit.state(Queues.DIGEST).depth()).isZero();
    }

    @Test
    void atMostOneJobOfATaskWaits() {
        PeriodicTasks tasks = scheduler("2s");
        for (int tick = 0; tick < 5; tick++) {
            tasks.tick();
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(kit.state(Queues.DIGEST).depth()).isEqualTo(1);
    }

    @Test
    void theLastRunAndTheNextAreKept() {
        PeriodicTasks tasks = scheduler("0 30 3 * * ?");
        assertThat(tasks.states()).singleElement().satisfies(state -> assertThat(state.last())
                .isNull());
        tasks.tick();
        work(tasks);
        assertThat(tasks.states()).singleElement().satisfies(state -> {
            assertThat(state.last()).isNotNull();
            assertThat(state.end()).isEqualTo("done");
            assertThat(state.next()).isEqualTo("2026-03-02T03:30:00Z");
        });
    }

    @Test
    void aTaskThatIsOffNeverRuns() {
        PeriodicTasks tasks = scheduler("off");
        tasks.tick();
        assertThat(kit.state(Queues.DIGEST).depth()).isZero();
        assertThat(tasks.states().get(0).next()).isNull();
    }

    @Test
    void aScheduleThatCannotBeReadFailsAtTheStart() {
        assertThatThrownBy(() -> scheduler("sometimes")).isInstanceOf(IllegalArgumentException.class);
    }
}
