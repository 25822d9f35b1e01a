package askme.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
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

    @JobHandler(name = "refresh-something", queue = Queues.DIGEST)
    private record Task(String schedule) implements PeriodicTask {

        @Override
        public String name() {
            return "refresh";
        }

        @Override
        public void run() {}
    }

    private PeriodicTasks tasks(String schedule) {
        return new PeriodicTasks(List.of(new Task(schedule)), new ScheduleStore(kit.redis), kit.queue, clock);
    }

    /** Runs the waiting jobs on a worker. Returns their number. */
    private int work(PeriodicTasks tasks) {
        Worker worker = kit.worker(new Task("off"));
        kit.runs.clear();
        worker.start();
        await().until(() -> kit.state(Queues.DIGEST).depth() == 0
                && kit.state(Queues.DIGEST).busy() == 0);
        worker.stop();
        kit.runs.forEach(tasks::saveRun);
        return kit.runs.size();
    }

    @Test
    void twoSchedulersRunEachSlotOnce() {
        PeriodicTasks one = tasks("2s");
        PeriodicTasks two = tasks("2s");
        int done = 0;
        for (int tick = 0; tick < 6; tick++) {
            IntStream.range(0, 2).parallel().forEach(n -> (n == 0 ? one : two).tick());
            done += work(one);
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(done).isEqualTo(3);
    }

    @Test
    void restartedSchedulerClaimsNoSlotTwice() {
        tasks("1h").tick();
        assertThat(work(tasks("1h"))).isEqualTo(1);
        clock.pass(Duration.ofMinutes(15));
        tasks("1h").tick();
        assertThat(kit.state(Queues.DIGEST).depth()).isZero();
    }

    @Test
    void atMostOneJobOfATaskWaits() {
        PeriodicTasks tasks = tasks("2s");
        for (int tick = 0; tick < 5; tick++) {
            tasks.tick();
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(kit.state(Queues.DIGEST).depth()).isEqualTo(1);
    }

    @Test
    void lastRunAndNextSlotAreStored() {
        PeriodicTasks tasks = tasks("0 30 3 * * ?");
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
    void taskThatIsOffNeverRuns() {
        PeriodicTasks tasks = tasks("off");
        tasks.tick();
        assertThat(kit.state(Queues.DIGEST).depth()).isZero();
        assertThat(tasks.states().get(0).next()).isNull();
    }

    @Test
    void invalidScheduleFailsAtStart() {
        assertThatThrownBy(() -> tasks("sometimes")).isInstanceOf(IllegalArgumentException.class);
    }
}
