package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.BatchHandler;
import askme.jobs.Delivery;
import askme.jobs.Handler;
import askme.jobs.PermanentFailure;
import askme.jobs.Queues;
import askme.jobs.admin.QueueState;
import askme.jobs.queue.JobQueue;
import askme.support.RedisServer;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Map<String, String> QUICK = Map.of(
            "threads", "4",
            "lease", "1s",
            "stop-timeout", "300ms",
            "max-run", "500ms",
            "retry.base", "20ms",
            "retry.attempts", "3");

    private static RedisServer redis;
    private static QueueKit kit;

    private final List<Worker> workers = new ArrayList<>();

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        kit = new QueueKit(redis.client(), QUICK);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.call(Command.FLUSHDB);
        kit.runs.clear();
    }

    @AfterEach
    void stopWorkers() {
        workers.forEach(Worker::stop);
    }

    private Worker work(Handler<?>... handlers) {
        Worker worker = kit.worker(handlers);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private static Object[] pings(int n) {
        return IntStream.range(0, n).mapToObj(Ping::new).toArray();
    }

    private static Pings quiet() {
        return new Pings(Queues.MAIL, (ping, job) -> {});
    }

    private static void untilEmpty() {
        await().until(() -> kit.lists.state().queues().stream()
                .allMatch(queue -> queue.depth() + queue.busy() + queue.delayed() == 0));
    }

    @Test
    void everyJobIsDoneOnce() {
        Pings handler = quiet();
        kit.push(handler, pings(1000));
        work(handler);
        untilEmpty();
        assertThat(handler.seen).hasSize(1000).doesNotHaveDuplicates();
        assertThat(kit.state(Queues.MAIL).processed()).isEqualTo(1000);
    }

    @Test
    void workersShareTheJobs() {
        Pings one = quiet();
        Pings two = quiet();
        work(one);
        work(two);
        kit.push(one, pings(2000));
        untilEmpty();
        assertThat(one.seen.size() + two.seen.size()).isEqualTo(2000);
    }

    @Test
    void aFailedJobIsTriedAgainWithTheSameIdUntilItWorks() {
        List<String> ids = new CopyOnWriteArrayList<>();
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            ids.add(job.id());
            if (job.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        List<String> pushed = kit.push(handler, new Ping(1));
        work(handler);
        await().until(() -> kit.state(Queues.MAIL).processed() == 1);
        assertThat(ids).containsExactly(pushed.get(0), pushed.get(0), pushed.get(0));
    }

    @Test
    void aJobThatFailsToTheLastAttemptIsBuriedWithItsError() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            throw new IllegalStateException("no such host");
        });
        kit.push(handler, new Ping(7));
        work(handler);
        await().until(() -> kit.lists.state().dead() == 1);
        assertThat(handler.seen).hasSize(3);
        assertThat(kit.lists.dead(1)).singleElement().satisfies(dead -> {
            assertThat(dead.error()).contains("attempt 3").contains("no such host");
            assertThat(dead.event()).contains("7");
        });
    }

    @Test
    void anUnretryableJobIsBuriedAtOnce() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            throw new PermanentFailure("no such mailbox");
        });
        kit.push(handler, new Ping(1));
        work(handler);
        await().until(() -> kit.lists.state().dead() == 1);
        assertThat(handler.seen).hasSize(1);
    }

    @Test
    void aJobOfALaterVersionIsPutBackAndCountsAsNoFailure() {
        Pings handler = quiet();
        String payload = QueueKit.push("x", handler, new Ping(1), Duration.ZERO)
                .payload()
                .replace("\"version\":1", "\"version\":2");
        kit.queue.push(List.of(new JobQueue.Push("x", Queues.MAIL, Duration.ZERO, payload)));
        work(handler);
        await().until(() -> kit.state(Queues.MAIL).delayed() == 1);
        assertThat(handler.seen).isEmpty();
        assertThat(kit.lists.delayed(1).get(0).attempts()).isZero();
    }

    @Test
    void aJobThatNobodyKnowsIsPutBackForANewerWorker() {
        kit.push(new Pings(Queues.MAIL, (ping, job) -> {}), new Ping(1));
        work(new Pings(Queues.DIGEST, (ping, job) -> {}));
        await().until(() -> kit.state(Queues.MAIL).delayed() == 1);
    }

    @Test
    void whatIsNoJobIsBuried() {
        Pings handler = quiet();
        kit.push(handler, "no ping");
        work(handler);
        await().until(() -> kit.lists.state().dead() == 1);
    }

    @Test
    void aHandlerThatHangsIsInterruptedAndTriedAgain() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            if (job.attempt() == 1) {
                new CountDownLatch(1).await();
            }
        });
        kit.push(handler, new Ping(1));
        work(handler);
        await().until(() -> kit.state(Queues.MAIL).processed() == 1);
        assertThat(handler.seen).hasSize(2);
    }

    @Test
    void publicationsOvertakeMail() {
        CountDownLatch open = new CountDownLatch(1);
        Pings mail = new Pings(Queues.MAIL, (ping, job) -> open.await());
        Pings realtime = new Pings(Queues.REALTIME, (ping, job) -> {});
        kit.push(mail, pings(50));
        work(mail, realtime);
        await().until(() -> mail.seen.size() >= 2);
        kit.push(realtime, pings(10));
        await().until(() -> realtime.seen.size() == 10);
        assertThat(mail.seen).hasSizeLessThan(10);
        open.countDown();
    }

    @Test
    void aStopLetsRunningJobsFinishAndGivesTheOthersBack() {
        CountDownLatch started = new CountDownLatch(2);
        Pings slow = new Pings(Queues.MAIL, (ping, job) -> {
            started.countDown();
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        });
        kit.push(slow, pings(200));
        Worker worker = work(slow);
        await().until(() -> started.getCount() == 0);
        worker.stop();
        QueueState mail = kit.state(Queues.MAIL);
        assertThat(mail.processed()).isEqualTo(slow.seen.size()).isPositive();
        assertThat(mail.busy()).isZero();
        assertThat(mail.depth() + mail.processed()).isEqualTo(200);
        assertThat(kit.lists.state().workers()).isEmpty();
    }

    @Test
    void whatDoesNotFinishInTimeIsGivenBackAndNotHeldAgainstIt() {
        Pings hanging = new Pings(Queues.MAIL, (ping, job) -> new CountDownLatch(1).await());
        kit.push(hanging, new Ping(1));
        Worker worker = new QueueKit(redis.client(), Map.of("stop-timeout", "100ms")).worker(hanging);
        worker.start();
        await().until(() -> hanging.seen.size() == 1);
        worker.stop();
        assertThat(kit.state(Queues.MAIL).depth()).isEqualTo(1);
        assertThat(kit.state(Queues.MAIL).failed()).isZero();
    }

    @Test
    void redisMayGoAndComeBack() {
        Pings handler = quiet();
        work(handler);
        kit.push(handler, pings(10));
        untilEmpty();
        redis.kill();
        redis.run();
        await().ignoreExceptions().until(() -> kit.push(handler, pings(10)).size() == 10);
        await().ignoreExceptions().until(() -> kit.state(Queues.MAIL).processed() == 20);
        assertThat(handler.seen).hasSize(20);
    }

    @Test
    void batchesAreHandedOverTogetherAndFailOneByOne() {
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<Integer> done = new CopyOnWriteArrayList<>();
        BatchHandler<Ping> handler = new BatchHandler<>() {
            @Override
            public String name() {
                return "batch";
            }

            @Override
            public Class<Ping> event() {
                return Ping.class;
            }

            @Override
            public String queue() {
                return Queues.REALTIME;
            }

            @Override
            public void handleAll(List<Delivery<Ping>> deliveries) {
                sizes.add(deliveries.size());
                for (Delivery<Ping> delivery : deliveries) {
                    if (delivery.event().number() == 13 && delivery.job().attempt() == 1) {
                        delivery.failed(new IllegalStateException("unlucky"));
                    } else {
                        done.add(delivery.event().number());
                    }
                }
            }
        };
        kit.push(handler, pings(80));
        work(handler);
        untilEmpty();
        assertThat(done).hasSize(80).doesNotHaveDuplicates();
        assertThat(sizes).anyMatch(size -> size > 10);
        assertThat(kit.state(Queues.REALTIME).failed()).isEqualTo(1);
    }
}
