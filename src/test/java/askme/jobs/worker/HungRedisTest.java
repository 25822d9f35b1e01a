package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.jobs.RedisException;
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
import askme.support.FaultProxy;
import askme.support.RedisServer;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** If Redis or the network hangs, jobs go on after it, however often it happens, and no connection is lost. */
class HungRedisTest {

    private static final int POOL = 8;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final Map<String, String> QUICK =
            Map.of("threads", "4", "lease", "1s", "redis-timeout", "200ms", "stop-timeout", "300ms");

    private RedisServer redis;
    private FaultProxy proxy;
    private QueueKit kit;

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        proxy = FaultProxy.before("127.0.0.1", redis.port);
        kit = new QueueKit(redis.client(proxy.port(), POOL), QUICK);
    }

    @AfterEach
    void stop() {
        proxy.close();
        redis.close();
    }

    @Test
    void connectionThatComesTooLateIsReturned() {
        try (FaultProxy.Active hang = redis.hang()) {
            for (int i = 0; i < POOL; i++) {
                assertThatThrownBy(kit.queue::connect).isInstanceOf(RedisException.class);
            }
        }
        List<RedisConnection> all = new ArrayList<>();
        await().atMost(BACK_WITHIN).ignoreException(RedisException.class).until(() -> {
            all.add(kit.queue.connect());
            return all.size() == POOL;
        });
    }

    @Test
    @Tag("full")
    @Tag("outage")
    void jobsGoOnAfterEachOfSeveralHangs() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {});
        Worker worker = kit.worker(handler);
        worker.start();
        try {
            for (int round = 1; round <= 3; round++) {
                try (FaultProxy.Active hang = redis.hang()) {
                    fail(3 * POOL);
                }
                assertJobRuns(handler, round);
            }
            assertThat(proxy.connections()).isLessThanOrEqualTo(POOL);
        } finally {
            worker.stop();
        }
    }

    @Test
    void jobsGoOnAfterConnectionsSwallowCommands() {
        assertJobsGoOnAfter(FaultProxy.Fault.SWALLOWING);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "REFUSING"})
    @Tag("full")
    @Tag("outage")
    void jobsGoOnAfterAnyFaultOfTheNetwork(FaultProxy.Fault fault) {
        assertJobsGoOnAfter(fault);
    }

    private void assertJobsGoOnAfter(FaultProxy.Fault fault) {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {});
        Worker worker = kit.worker(handler);
        worker.start();
        try {
            assertJobRuns(handler, 1);
            try (FaultProxy.Active active = proxy.begin(fault)) {
                fail(3 * POOL);
            }
            assertJobRuns(handler, 2);
        } finally {
            worker.stop();
        }
    }

    @Test
    void jobsGoOnAfterAFirewallDropsTheConnections() {
        Pings handler = new Pings(Queues.MAIL, (ping, job) -> {});
        Worker worker = kit.worker(handler);
        worker.start();
        try {
            assertJobRuns(handler, 1);
            proxy.forget();
            await().atMost(BACK_WITHIN.plusSeconds(4))
                    .ignoreException(RedisException.class)
                    .until(() -> {
                        kit.push(handler, new Ping(2));
                        return true;
                    });
            await().atMost(BACK_WITHIN).until(() -> handler.seen.size() >= 2);
        } finally {
            worker.stop();
        }
    }

    /** Lasts until so many commands got no answer. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> kit.queue.heartbeat("nobody")).isInstanceOf(RedisException.class);
        }
    }

    private void assertJobRuns(Pings handler, int number) {
        await().atMost(BACK_WITHIN).ignoreException(RedisException.class).until(() -> {
            kit.push(handler, new Ping(number));
            return true;
        });
        await().atMost(BACK_WITHIN).until(() -> handler.seen.size() >= number);
    }
}
