package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.jobs.support.CrashProcess;
import askme.jobs.support.CrashSinks;
import askme.jobs.support.CrashSuite;
import askme.support.Inbox;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills, stops and empties the services around the queue. Every acknowledged job must be done. */
@Timeout(600)
class CrashTest {

    private static final Logger LOG = Logger.getLogger(CrashTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DOWN_FOR = Duration.ofSeconds(2);
    private static final Duration LEASE = QueueKit.settings(Map.of()).lease();

    private static void awaitEnd(CrashProcess process) {
        await().atMost(PATIENCE).until(() -> !process.alive());
    }

    private static void check(CrashSuite suite) throws Exception {
        CrashSuite.Counts counts = suite.drain();
        LOG.info("crash suite: " + counts.report());
        assertThat(counts.acknowledged()).isPositive();
        assertThat(counts.lost()).as("acknowledged and never done").isZero();
        assertThat(counts.unexpected()).as("done and never attempted").isZero();
    }

    @Test
    void workerKilledDuringJobLosesNothing() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer");
            CrashProcess victim = suite.worker("victim", "before", 30);
            awaitEnd(victim);
            Set<String> claimed = suite.claimed();
            suite.worker("successor", "never", 0);
            suite.awaitRecovery("kill -9 of the only worker, a new one started", claimed);
            producer.kill();
            check(suite);
        }
    }

    @Test
    @Tag("full")
    @Tag("crash")
    void killedWorkersProducersAndRedisLoseNothing() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer-1");
            suite.worker("steady", "never", 0);
            suite.awaitEffects(50);
            for (String when : new String[] {"before", "after"}) {
                CrashProcess victim = suite.worker("dies-" + when, when, 40);
                awaitEnd(victim);
                suite.awaitRecovery("worker killed " + when + " the effect", suite.claimed());
            }
            stopWorker(suite);
            producer.kill();
            producer = suite.producer("producer-2");
            killRedis(suite, false);
            killRedis(suite, true);
            suite.awaitEffects((int) suite.effects() + 200);
            producer.kill();
            check(suite);
        }
    }

    @Test
    @Tag("full")
    @Tag("crash")
    void restartedMailServerAndHubLoseNothing() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer", Queues.MAIL + "," + Queues.REALTIME, 20);
            suite.sendingWorker("sender");
            suite.awaitEffects(100);
            restart(suite, askme.support.Outage.MAIL);
            restart(suite, askme.support.Outage.REALTIME);
            producer.kill();
            check(suite);
            List<String> mailed = Inbox.of(CrashSinks.RECIPIENT).stream()
                    .map(Inbox.Mail::subject)
                    .toList();
            Set<String> once = new HashSet<>(mailed);
            LOG.infof("crash suite: mails=%d twice=%d", once.size(), mailed.size() - once.size());
            assertThat(once).as("jobs whose mail arrived").containsAll(suite.done(Queues.MAIL));
        } finally {
            Inbox.empty();
        }
    }

    private static void restart(CrashSuite suite, String service) throws Exception {
        try (askme.support.Outage down = askme.support.Outage.kill(service)) {
            await().pollDelay(DOWN_FOR).until(() -> true);
        }
        suite.awaitRecovery(service + " killed, back after " + DOWN_FOR.toMillis() + " ms", suite.pending());
        suite.awaitEffects((int) suite.effects() + 100);
    }

    private static void stopWorker(CrashSuite suite) throws Exception {
        CrashProcess sleeper = suite.worker("sleeper", "never", 0);
        suite.awaitEffects((int) suite.effects() + 200);
        Set<String> held = suite.stopHolding(sleeper);
        suite.awaitRecovery("worker stopped (SIGSTOP) for longer than the lease of " + LEASE.toMillis() + " ms", held);
        sleeper.resume();
        suite.awaitEffects((int) suite.effects() + 200);
        assertThat(sleeper.terminate()).as("stops orderly").isTrue();
    }

    private static void killRedis(CrashSuite suite, boolean empty) throws Exception {
        suite.redis.kill();
        if (empty) {
            suite.redis.wipe();
        }
        await().pollDelay(DOWN_FOR).until(() -> true);
        suite.redis.run();
        String how = empty ? "empty" : "with its append-only file";
        suite.awaitRecovery("Redis killed, after " + DOWN_FOR.toMillis() + " ms back " + how, suite.pending());
        suite.awaitEffects((int) suite.effects() + 100);
    }
}
