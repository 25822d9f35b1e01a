package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.jobs.admin.JobEntry;
import askme.jobs.worker.Ping;
import askme.jobs.worker.Pings;
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
    private static RedisConnection own;

    private final Pings mail = new Pings(Queues.MAIL, (ping, job) -> {});

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        Map<String, String> settings =
                Map.of("lease", "300ms", "retry.crashes", "3", "dead.most", "5", "dead.age", "1h");
        kit = new QueueKit(redis.client(), settings);
        own = kit.queue.connect();
        // Younger than the lease, nobody is reaped.
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

    private List<ClaimedJob> take(String worker, int most) {
        return kit.queue
                .await(own, worker, Queues.MAIL, NO_WAIT)
                .flatMap(first -> kit.queue.claim(worker, Queues.MAIL, most, first))
                .orElse(List.of());
    }

    private void settle(String worker, ClaimedJob job, Outcome outcome) {
        kit.queue.settle(worker, Queues.MAIL, List.of(new Completion(job, false, outcome)));
    }

    private List<String> pushed(int jobs) {
        return kit.push(mail, IntStream.range(0, jobs).mapToObj(Ping::new).toArray());
    }

    private static List<String> ids(List<ClaimedJob> jobs) {
        return jobs.stream().map(ClaimedJob::id).toList();
    }

    @Test
    void jobsAreTakenInTheirOrderUpToTheNumberAskedFor() {
        List<String> ids = pushed(5);
        assertThat(ids(take("a", 3))).isEqualTo(ids.subList(0, 3));
        assertThat(ids(take("b", 100))).isEqualTo(ids.subList(3, 5));
        assertThat(take("a", 100)).isEmpty();
    }

    @Test
    void aSecondPushOfALiveJobAddsNothing() {
        JobQueue.Push job = QueueKit.push("one", mail, new Ping(1), Duration.ZERO);
        assertThat(kit.queue.push(List.of(job))).isEqualTo(1);
        assertThat(kit.queue.push(List.of(job))).isZero();
        ClaimedJob claimed = take("a", 10).get(0);
        assertThat(kit.queue.push(List.of(job))).as("while it is being done").isZero();
        settle("a", claimed, new Outcome.Done());
        assertThat(kit.queue.push(List.of(job))).as("when it is done").isEqualTo(1);
    }

    @Test
    void anAcknowledgedJobLeavesNothingButItsCount() {
        pushed(1);
        settle("a", take("a", 1).get(0), new Outcome.Done());
        assertThat(kit.state(Queues.MAIL).processed()).isEqualTo(1);
        assertThat(kit.state(Queues.MAIL).perMinute()).isEqualTo(1);
        assertThat(redis.call(Command.KEYS, "*").toString())
                .doesNotContain("live")
                .doesNotContain("processing");
    }

    @Test
    void aFailedJobComesBackAfterItsDelayAndKnowsItsAttempt() {
        pushed(1);
        settle("a", take("a", 1).get(0), new Outcome.Again(Duration.ofMillis(50), "boom"));
        assertThat(kit.lists.delayed(10)).singleElement().satisfies(job -> {
            assertThat(job.error()).isEqualTo("boom");
            assertThat(job.attempts()).isEqualTo(1);
        });
        await().until(() -> kit.queue.promote() == 1);
        assertThat(take("a", 1)).singleElement().satisfies(job -> assertThat(job.attempt())
                .isEqualTo(2));
    }

    @Test
    void aDelayedJobWaitsForTheServersTime() {
        kit.queue.push(List.of(QueueKit.push("later", mail, new Ping(1), Duration.ofMinutes(1))));
        assertThat(kit.queue.promote()).isZero();
        kit.lists.hasten(List.of("later"));
        assertThat(kit.queue.promote()).isEqualTo(1);
        assertThat(ids(take("a", 1))).containsExactly("later");
    }

    @Test
    void theJobsOfALostWorkerGoToTheHeadOfTheQueueInTheirOrder() {
        List<String> ids = pushed(4);
        take("lost", 3);
        await().until(() -> kit.queue.reap().givenBack() == 3);
        for (int i = 0; i < 3; i++) {
            List<ClaimedJob> alone = take("b", 10);
            assertThat(ids(alone)).containsExactly(ids.get(i));
            assertThat(alone.get(0).crashes()).isEqualTo(1);
        }
        assertThat(ids(take("b", 10))).containsExactly(ids.get(3));
    }

    @Test
    void aWorkerWithAHeartbeatKeepsItsJobs() {
        pushed(1);
        take("slow", 1);
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> {
            kit.queue.beat("slow");
            return kit.queue.reap().givenBack() == 0;
        });
        assertThat(kit.state(Queues.MAIL).busy()).isEqualTo(1);
    }

    @Test
    void aWorkerThatWakesUpTooLateSettlesNothing() {
        pushed(1);
        ClaimedJob job = take("stopped", 1).get(0);
        await().until(() -> kit.queue.reap().givenBack() == 1);
        settle("stopped", job, new Outcome.Done());
        settle("stopped", job, new Outcome.Buried("late"));
        assertThat(take("b", 1)).hasSize(1);
        assertThat(kit.lists.dead(10)).isEmpty();
    }

    @Test
    void aJobThatKillsItsWorkersIsBuriedAsPoison() {
        List<String> ids = pushed(1);
        for (int crash = 0; crash < 2; crash++) {
            assertThat(take("w" + crash, 1)).hasSize(1);
            await().until(() -> kit.queue.reap().givenBack() == 1);
            kit.lists.hasten(ids);
            kit.queue.promote();
        }
        take("w2", 1);
        await().until(() -> kit.queue.reap().buried().size() == 1);
        assertThat(kit.lists.dead(10)).singleElement().satisfies(dead -> assertThat(dead.error())
                .contains("lost 3 workers"));
        assertThat(take("w3", 1)).isEmpty();
    }

    @Test
    void deadLettersAreBoundedByNumber() {
        List<String> ids = pushed(8);
        take("a", 8).forEach(job -> settle("a", job, new Outcome.Buried("why")));
        assertThat(kit.lists.state().dead()).isEqualTo(5);
        assertThat(kit.lists.dead(10))
                .extracting(JobEntry::id)
                .doesNotContain(ids.get(0))
                .contains(ids.get(7));
        assertThat(redis.call(Command.HLEN, "dead:payload").toLong()).isEqualTo(5);
    }

    @Test
    void deadLettersAreBoundedByAge() {
        redis.call(Command.ZADD, "dead", "1", "ancient");
        redis.call(Command.HSET, "dead:payload", "ancient", "{}");
        pushed(1);
        settle("a", take("a", 1).get(0), new Outcome.Buried("why"));
        assertThat(kit.lists.dead(10)).hasSize(1).extracting(JobEntry::id).doesNotContain("ancient");
    }

    @Test
    void aDeadLetterCanBeGivenAllItsAttemptsAgain() {
        String id = pushed(1).get(0);
        settle("a", take("a", 1).get(0), new Outcome.Buried("why"));
        assertThat(kit.lists.revive(List.of(id, "unknown"))).isEqualTo(1);
        assertThat(take("a", 1)).singleElement().satisfies(job -> assertThat(job.attempt())
                .isEqualTo(1));
        assertThat(kit.lists.state().dead()).isZero();
    }

    @Test
    void aDeadLetterCanBeDeleted() {
        String id = pushed(1).get(0);
        settle("a", take("a", 1).get(0), new Outcome.Buried("why"));
        kit.lists.drop(List.of(id));
        assertThat(kit.lists.dead(10)).isEmpty();
        assertThat(kit.lists.revive(List.of(id))).isZero();
    }

    @Test
    void aPausedQueueKeepsItsJobsAndTheirOrder() {
        List<String> ids = pushed(2);
        kit.lists.pause(Queues.MAIL, true);
        assertThat(take("a", 10)).isEmpty();
        assertThat(kit.state(Queues.MAIL).paused()).isTrue();
        assertThat(kit.state(Queues.MAIL).busy()).isZero();
        kit.lists.pause(Queues.MAIL, false);
        assertThat(ids(take("a", 10))).isEqualTo(ids);
    }

    @Test
    void whatAWorkerDoesNotKnowItHasIsGivenBack() {
        List<String> ids = pushed(3);
        take("a", 3);
        assertThat(kit.queue.giveBack("a", Queues.MAIL, List.of(ids.get(0)))).isEqualTo(2);
        assertThat(ids(take("b", 10))).isEqualTo(ids.subList(1, 3));
    }

    @Test
    void aWorkerThatLeavesGivesBackItsJobsAtOnce() {
        List<String> ids = pushed(3);
        take("a", 2);
        assertThat(kit.queue.leave("a")).isEqualTo(2);
        List<ClaimedJob> taken = take("b", 10);
        assertThat(ids(taken)).isEqualTo(ids);
        assertThat(taken).allMatch(job -> job.crashes() == 0);
    }

    @Test
    void aRedisWithoutMemoryIsNoticedOnce() {
        assertThat(kit.queue.forgotten()).isTrue();
        assertThat(kit.queue.forgotten()).isFalse();
    }

    @Test
    void aServerThatHasForgottenTheScriptsLearnsThemAgain() {
        pushed(1);
        redis.call(Command.SCRIPT, "FLUSH");
        assertThat(take("a", 1)).hasSize(1);
    }
}
