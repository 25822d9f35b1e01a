package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.jobs.admin.JobEntry;
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
import askme.jobs.worker.QueueKit;
import askme.support.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs whose workers died. */
class LostWorkersTest {

    private static final Duration NO_WAIT = Duration.ofMillis(20);

    private static RedisServer redis;
    private static QueueKit kit;
    private static RedisConnection connection;

    private final Pings mail = new Pings(Queues.MAIL, (ping, job) -> {});

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        Map<String, String> settings = Map.of("lease", "300ms", "retry.crashes", "3", "dead.most", "5");
        kit = new QueueKit(redis.client(), settings);
        connection = kit.queue.connect();
        // reap() does nothing while the server is younger than the lease.
        await().until(() -> redis.call(Command.INFO, "server").toString().contains("uptime_in_seconds:1"));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.call(Command.FLUSHDB);
    }

    private List<ClaimedJob> claim(String worker, int most) {
        return kit.queue
                .await(connection, worker, Queues.MAIL, NO_WAIT)
                .flatMap(first -> kit.queue.claim(worker, Queues.MAIL, most, first))
                .orElse(List.of());
    }

    private List<String> pushed(int jobs) {
        return kit.push(mail, IntStream.range(0, jobs).mapToObj(Ping::new).toArray());
    }

    private static List<String> ids(List<ClaimedJob> jobs) {
        return jobs.stream().map(ClaimedJob::id).toList();
    }

    @Test
    void jobThatKillsItsWorkersIsDead() {
        List<String> ids = pushed(1);
        for (int crash = 0; crash < 2; crash++) {
            assertThat(claim("w" + crash, 1)).hasSize(1);
            await().until(() -> kit.queue.reap().requeued() == 1);
            kit.inspector.runNow(ids);
            kit.queue.promote();
        }
        claim("w2", 1);
        await().until(() -> kit.queue.reap().dead().size() == 1);
        assertThat(kit.inspector.dead(10)).singleElement().satisfies(dead -> assertThat(dead.error())
                .contains("lost 3 workers"));
        assertThat(claim("w3", 1)).isEmpty();
    }

    @Test
    void jobThatWorkersHoldBesidesOthersIsNeverDead() {
        List<String> ids = pushed(2);
        for (int crash = 0; crash < 5; crash++) {
            String worker = "w" + crash;
            assertThat(claim(worker, 1)).hasSize(1);
            assertThat(claim(worker, 1)).hasSize(1);
            await().until(() -> kit.queue.reap().requeued() == 2);
        }
        assertThat(kit.inspector.dead(10)).isEmpty();
        assertThat(ids(claim("last", 1))).containsAnyElementsOf(ids);
    }

    @Test
    void deathOfAWorkerCountsForTheJobThatItExecutesAlone() {
        List<String> ids = pushed(2);
        for (int crash = 0; crash < 3; crash++) {
            kit.inspector.runNow(ids);
            kit.queue.promote();
            String worker = "w" + crash;
            claim(worker, 1);
            claim(worker, 1);
            kit.queue.beginAlone(worker, ids.get(0));
            await().until(() -> {
                JobQueue.Reaped reaped = kit.queue.reap();
                return reaped.requeued() + reaped.dead().size() == 2;
            });
        }
        assertThat(kit.inspector.dead(10)).extracting(JobEntry::id).containsExactly(ids.get(0));
    }

    @Test
    void jobThatLostItsWorkersIsTriedOnceMore() {
        String id = pushed(1).get(0);
        loseWorkers(3);
        assertThat(kit.queue.dueForRevival()).isEmpty();
        redis.call(Command.ZADD, "revive", "1", id); // an hour later
        assertThat(kit.queue.revive(kit.queue.dueForRevival())).isEqualTo(1);
        assertThat(kit.inspector.state().dead()).isZero();
        loseWorkers(1);
        assertThat(kit.inspector.dead(10)).extracting(JobEntry::id).containsExactly(id);
        assertThat(redis.call(Command.ZCARD, "revive").toInteger()).isZero();
    }

    private void loseWorkers(int number) {
        for (int crash = 1; crash <= number; crash++) {
            boolean last = crash == number;
            kit.inspector.runNow(
                    kit.inspector.delayed(10).stream().map(JobEntry::id).toList());
            kit.queue.promote();
            assertThat(claim("w" + crash, 1)).hasSize(1);
            await().until(() -> {
                JobQueue.Reaped reaped = kit.queue.reap();
                return last ? reaped.dead().size() == 1 : reaped.requeued() == 1;
            });
        }
    }
}
