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

class JobQueueTest {

    private static final Duration NO_WAIT = Duration.ofMillis(20);

    private static RedisServer redis;
    private static QueueKit kit;
    private static RedisConnection connection;

    private final Pings mail = new Pings(Queues.MAIL, (ping, job) -> {});

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        Map<String, String> settings =
                Map.of("lease", "300ms", "retry.crashes", "3", "dead.most", "5", "dead.age", "1h");
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

    private void complete(String worker, ClaimedJob job, Outcome outcome) {
        kit.queue.complete(worker, Queues.MAIL, List.of(new Completion(job, false, outcome)));
    }

    private List<String> pushed(int jobs) {
        return kit.push(mail, IntStream.range(0, jobs).mapToObj(Ping::new).toArray());
    }

    private static List<String> ids(List<ClaimedJob> jobs) {
        return jobs.stream().map(ClaimedJob::id).toList();
    }

    @Test
    void jobsAreClaimedInOrderUpToTheLimit() {
        List<String> ids = pushed(5);
        assertThat(ids(claim("a", 3))).isEqualTo(ids.subList(0, 3));
        assertThat(ids(claim("b", 100))).isEqualTo(ids.subList(3, 5));
        assertThat(claim("a", 100)).isEmpty();
    }

    @Test
    void secondPushOfLiveJobAddsNothing() {
        JobQueue.Push job = QueueKit.push("one", mail, new Ping(1), Duration.ZERO);
        assertThat(kit.queue.push(List.of(job))).isEqualTo(1);
        assertThat(kit.queue.push(List.of(job))).isZero();
        ClaimedJob claimed = claim("a", 10).get(0);
        assertThat(kit.queue.push(List.of(job))).as("while it is claimed").isZero();
        complete("a", claimed, new Outcome.Done());
        assertThat(kit.queue.push(List.of(job))).as("after it is done").isEqualTo(1);
    }

    @Test
    void acknowledgedJobLeavesOnlyItsCount() {
        pushed(1);
        complete("a", claim("a", 1).get(0), new Outcome.Done());
        assertThat(kit.state(Queues.MAIL).processed()).isEqualTo(1);
        assertThat(kit.state(Queues.MAIL).perMinute()).isEqualTo(1);
        assertThat(redis.call(Command.KEYS, "*").toString())
                .doesNotContain("live")
                .doesNotContain("processing");
    }

    @Test
    void failedJobIsRetriedAfterItsDelay() {
        pushed(1);
        complete("a", claim("a", 1).get(0), new Outcome.Retry(Duration.ofMillis(50), "boom"));
        assertThat(kit.inspector.delayed(10)).singleElement().satisfies(job -> {
            assertThat(job.error()).isEqualTo("boom");
            assertThat(job.attempts()).isEqualTo(1);
        });
        await().until(() -> kit.queue.promote() == 1);
        assertThat(claim("a", 1)).singleElement().satisfies(job -> assertThat(job.attempt())
                .isEqualTo(2));
    }

    @Test
    void delayedJobIsPromotedWhenDue() {
        kit.queue.push(List.of(QueueKit.push("later", mail, new Ping(1), Duration.ofMinutes(1))));
        assertThat(kit.queue.promote()).isZero();
        kit.inspector.runNow(List.of("later"));
        assertThat(kit.queue.promote()).isEqualTo(1);
        assertThat(ids(claim("a", 1))).containsExactly("later");
    }

    @Test
    void jobsOfLostWorkerReturnToTheHeadInOrder() {
        List<String> ids = pushed(4);
        claim("lost", 3);
        await().until(() -> kit.queue.reap().requeued() == 3);
        for (int i = 0; i < 3; i++) {
            List<ClaimedJob> single = claim("b", 10);
            assertThat(ids(single)).containsExactly(ids.get(i));
            assertThat(single.get(0).suspect()).isTrue();
            // One of them ended the worker. Which one is not known.
            assertThat(single.get(0).crashes()).isZero();
        }
        assertThat(ids(claim("b", 10))).containsExactly(ids.get(3));
    }

    @Test
    void workerWithHeartbeatKeepsItsJobs() {
        pushed(1);
        claim("slow", 1);
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> {
            kit.queue.heartbeat("slow");
            return kit.queue.reap().requeued() == 0;
        });
        assertThat(kit.state(Queues.MAIL).busy()).isEqualTo(1);
    }

    @Test
    void workerAfterItsLeaseCompletesNothing() {
        pushed(1);
        ClaimedJob job = claim("stopped", 1).get(0);
        await().until(() -> kit.queue.reap().requeued() == 1);
        complete("stopped", job, new Outcome.Done());
        complete("stopped", job, new Outcome.Dead("late"));
        assertThat(claim("b", 1)).hasSize(1);
        assertThat(kit.inspector.dead(10)).isEmpty();
    }

    @Test
    void deadJobsAreBoundedByNumber() {
        List<String> ids = pushed(8);
        claim("a", 8).forEach(job -> complete("a", job, new Outcome.Dead("why")));
        assertThat(kit.inspector.state().dead()).isEqualTo(5);
        assertThat(kit.inspector.dead(10))
                .extracting(JobEntry::id)
                .doesNotContain(ids.get(0))
                .contains(ids.get(7));
        assertThat(redis.call(Command.HLEN, "dead:payload").toLong()).isEqualTo(5);
    }

    @Test
    void deadJobsAreBoundedByAge() {
        redis.call(Command.ZADD, "dead", "1", "ancient");
        redis.call(Command.HSET, "dead:payload", "ancient", "{}");
        pushed(1);
        complete("a", claim("a", 1).get(0), new Outcome.Dead("why"));
        assertThat(kit.inspector.dead(10)).hasSize(1).extracting(JobEntry::id).doesNotContain("ancient");
    }

    @Test
    void replayedJobHasAllItsAttempts() {
        String id = pushed(1).get(0);
        complete("a", claim("a", 1).get(0), new Outcome.Dead("why"));
        assertThat(kit.inspector.replay(List.of(id, "unknown"))).isEqualTo(1);
        assertThat(claim("a", 1)).singleElement().satisfies(job -> assertThat(job.attempt())
                .isEqualTo(1));
        assertThat(kit.inspector.state().dead()).isZero();
    }

    @Test
    void deadJobIsDeleted() {
        String id = pushed(1).get(0);
        complete("a", claim("a", 1).get(0), new Outcome.Dead("why"));
        kit.inspector.delete(List.of(id));
        assertThat(kit.inspector.dead(10)).isEmpty();
        assertThat(kit.inspector.replay(List.of(id))).isZero();
    }

    @Test
    void pausedQueueKeepsJobsInOrder() {
        List<String> ids = pushed(2);
        kit.inspector.pause(Queues.MAIL);
        assertThat(claim("a", 10)).isEmpty();
        assertThat(kit.state(Queues.MAIL).paused()).isTrue();
        assertThat(kit.state(Queues.MAIL).busy()).isZero();
        kit.inspector.resume(Queues.MAIL);
        assertThat(ids(claim("a", 10))).isEqualTo(ids);
    }

    @Test
    void jobsNotInFlightAreRequeued() {
        List<String> ids = pushed(3);
        claim("a", 3);
        assertThat(kit.queue.requeueOthers("a", Queues.MAIL, List.of(ids.get(0))))
                .isEqualTo(2);
        assertThat(ids(claim("b", 10))).isEqualTo(ids.subList(1, 3));
    }

    @Test
    void deregisteredWorkersJobsAreRequeued() {
        List<String> ids = pushed(3);
        claim("a", 2);
        assertThat(kit.queue.deregister("a")).isEqualTo(2);
        List<ClaimedJob> claimed = claim("b", 10);
        assertThat(ids(claimed)).isEqualTo(ids);
        assertThat(claimed).noneMatch(ClaimedJob::suspect);
    }

    @Test
    void emptiedRedisIsReportedOnce() {
        assertThat(kit.queue.wasEmptied()).isTrue();
        assertThat(kit.queue.wasEmptied()).isFalse();
    }

    @Test
    void flushedScriptsAreSentAgain() {
        pushed(1);
        redis.call(Command.SCRIPT, "FLUSH");
        assertThat(claim("a", 1)).hasSize(1);
    }
}
