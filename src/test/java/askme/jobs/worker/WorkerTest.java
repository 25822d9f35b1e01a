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
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
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

    private Worker start(Handler<?>... handlers) {
        Worker worker = kit.worker(handlers);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private static Object[] pings(int n) {
        return IntStream.range(0, n).mapToObj(Ping::new).toArray();
    }

    private static Pings noop() {
        return new Pings(Queues.MAIL, (ping, job) -> {});
    }

    private static void awaitEmpty() {
        await().until(() -> kit.inspector.state().queues().stream()
                .allMatch(queue -> queue.depth() + queue.busy() + queue.delayed() == 0));
    }

    @Test
    void everyJobIsDoneOnce() {
        Pings handler = noop();
        kit.push(handler, pings(1000));
        start(handler);
        awaitEmpty();
        assertThat(handler.seen).hasSize(1000).doesNotHaveDuplicates();
        assertThat(kit.state(Queues.MAIL).processed()).isEqualTo(1000);
    }

    @Test
    void workersShareTheJobs() {
        Pings one = noop();
        Pings two = noop();
        start(one);
        start(two);
        kit.push(one, pings(2000));
        awaitEmpty();
        assertThat(one.seen.size() + two.seen.size()).isEqualTo(2000);
    }

    @Test
    void failedJobIsRetriedWithTheSameId() {
        List<String> ids = new CopyOnWriteArrayList<>();
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            ids.add(job.id());
            if (job.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        List<String> pushed = kit.push(handler, new Ping(1));
        start(handler);
        await().until(() -> kit.state(Queues.MAIL).processed() == 1);
        assertThat(ids).containsExactly(pushed.get(0), pushed.get(0), pushed.get(0));
    }

    @Test
    void jobWithoutAttemptsLeftIsDeadWithItsError() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            throw new IllegalStateException("no such host");
        });
        kit.push(handler, new Ping(7));
        start(handler);
        await().until(() -> kit.inspector.state().dead() == 1);
        assertThat(handler.seen).hasSize(3);
        assertThat(kit.inspector.dead(1)).singleElement().satisfies(dead -> {
            assertThat(dead.error()).contains("attempt 3").contains("no such host");
            assertThat(dead.event()).contains("7");
        });
    }

    @Test
    void permanentFailureIsDeadAtOnce() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            throw new PermanentFailure("no such mailbox");
        });
        kit.push(handler, new Ping(1));
        start(handler);
        await().until(() -> kit.inspector.state().dead() == 1);
        assertThat(handler.seen).hasSize(1);
    }

    @Test
    void jobOfLaterVersionIsPutBackWithoutFailure() {
        Pings handler = noop();
        String payload = QueueKit.push("x", handler, new Ping(1), Duration.ZERO)
                .payload()
                .replace("\"version\":1", "\"version\":2");
        kit.queue.push(List.of(new JobQueue.Push("x", Queues.MAIL, Duration.ZERO, payload)));
        start(handler);
        await().until(() -> kit.state(Queues.MAIL).delayed() == 1);
        assertThat(handler.seen).isEmpty();
        assertThat(kit.inspector.delayed(1).get(0).attempts()).isZero();
    }

    @Test
    void jobWithoutHandlerIsPutBack() {
        kit.push(new Pings(Queues.MAIL, (ping, job) -> {}), new Ping(1));
        start(new Pings(Queues.DIGEST, (ping, job) -> {}));
        await().until(() -> kit.state(Queues.MAIL).delayed() == 1);
    }

    @Test
    void unreadableJobIsDead() {
        Pings handler = noop();
        kit.push(handler, "no ping");
        start(handler);
        await().until(() -> kit.inspector.state().dead() == 1);
    }

    @Test
    void hangingHandlerIsInterruptedAndRetried() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
            if (job.attempt() == 1) {
                new CountDownLatch(1).await();
            }
        });
        kit.push(handler, new Ping(1));
        start(handler);
        await().until(() -> kit.state(Queues.MAIL).processed() == 1);
        assertThat(handler.seen).hasSize(2);
    }

    @Test
    void publicationsOvertakeSlowMail() {
        CountDownLatch open = new CountDownLatch(1);
        Pings mail = new Pings(Queues.MAIL, (ping, job) -> open.await());
        Pings realtime = new Pings(Queues.REALTIME, (ping, job) -> {});
        kit.push(mail, pings(50));
        start(mail, realtime);
        await().until(() -> mail.seen.size() >= 2);
        kit.push(realtime, pings(10));
        await().until(() -> realtime.seen.size() == 10);
        assertThat(mail.seen).hasSizeLessThan(10);
        open.countDown();
    }

    @Test
    void stopWaitsForRunningJobsAndRequeuesOthers() {
        CountDownLatch started = new CountDownLatch(2);
        Pings slow = new Pings(Queues.MAIL, (ping, job) -> {
            started.countDown();
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        });
        kit.push(slow, pings(200));
        Worker worker = start(slow);
        await().until(() -> started.getCount() == 0);
        worker.stop();
        QueueState mail = kit.state(Queues.MAIL);
        assertThat(mail.processed()).isEqualTo(slow.seen.size()).isPositive();
        assertThat(mail.busy()).isZero();
        assertThat(mail.depth() + mail.processed()).isEqualTo(200);
        assertThat(kit.inspector.state().workers()).isEmpty();
    }

    @Test
    void jobInterruptedByStopIsRequeuedWithoutFailure() {
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
    void workerSurvivesRestartOfRedis() {
        Pings handler = noop();
        start(handler);
        kit.push(handler, pings(10));
        awaitEmpty();
        redis.kill();
        redis.run();
        await().ignoreExceptions().until(() -> kit.push(handler, pings(10)).size() == 10);
        await().ignoreExceptions().until(() -> kit.state(Queues.MAIL).processed() == 20);
        assertThat(handler.seen).hasSize(20);
    }

    @Test
    void jobsOfABatchFailSeparately() {
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
        start(handler);
        awaitEmpty();
        assertThat(done).hasSize(80).doesNotHaveDuplicates();
        assertThat(sizes).anyMatch(size -> size > 10);
        assertThat(kit.state(Queues.REALTIME).failed()).isEqualTo(1);
    }
}
