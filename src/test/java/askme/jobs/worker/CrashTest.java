package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
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

/** Kills, stops and empties everything around the queue; what was acknowledged must come out. */
@Timeout(600)
class CrashTest {

    private static final Logger LOG = Logger.getLogger(CrashTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration LEASE = QueueKit.settings(Map.of()).lease();

    private static void untilDead(CrashProcess process) {
        await().atMost(PATIENCE).until(() -> !process.alive());
    }

    private static void judge(CrashSuite suite) throws Exception {
        CrashSuite.Books books = suite.drain();
        LOG.info("crash suite: " + books.report());
        assertThat(books.acknowledged()).isPositive();
        assertThat(books.lost()).as("acknowledged and never done").isZero();
        assertThat(books.unexpected()).as("done and never attempted").isZero();
    }

    @Test
    void aWorkerKilledInTheMiddleOfAJobLosesNothing() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer");
            CrashProcess victim = suite.worker("victim", "before", 30);
            untilDead(victim);
            Set<String> left = suite.beingDone();
            suite.worker("heir", "never", 0);
            suite.takenOver("kill -9 of the only worker, the next one starting anew", left);
            producer.kill();
            judge(suite);
        }
    }

    @Test
    @Tag("full")
    @Tag("crash")
    void nothingAcknowledgedIsLostWhateverIsKilled() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer-1");
            suite.worker("steady", "never", 0);
            suite.untilDone(50);
            for (String when : new String[] {"before", "after"}) {
                CrashProcess victim = suite.worker("dies-" + when, when, 40);
                untilDead(victim);
                suite.takenOver("worker killed " + when + " the effect", suite.beingDone());
            }
            stopWorker(suite);
            producer.kill();
            producer = suite.producer("producer-2");
            killRedis(suite, false);
            killRedis(suite, true);
            suite.untilDone((int) suite.effects() + 200);
            producer.kill();
            judge(suite);
        }
    }

    @Test
    @Tag("full")
    @Tag("crash")
    void aMailServerAndAHubThatRestartLoseNothing() throws Exception {
        try (CrashSuite suite = new CrashSuite()) {
            CrashProcess producer = suite.producer("producer", Queues.MAIL + "," + Queues.REALTIME, 20);
            suite.sendingWorker("sender");
            suite.untilDone(100);
            restart(suite, askme.support.Outage.MAIL);
            restart(suite, askme.support.Outage.REALTIME);
            producer.kill();
            judge(suite);
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
            await().pollDelay(AWAY).until(() -> true);
        }
        suite.takenOver(service + " killed, back after " + AWAY.toMillis() + " ms", suite.pending());
        suite.untilDone((int) suite.effects() + 100);
    }

    private static void stopWorker(CrashSuite suite) throws Exception {
        CrashProcess sleeper = suite.worker("sleeper", "never", 0);
        suite.untilDone((int) suite.effects() + 200);
        Set<String> held = suite.stopHolding(sleeper);
        suite.takenOver("worker stopped (SIGSTOP) beyond the lease of " + LEASE.toMillis() + " ms", held);
        sleeper.goOn();
        suite.untilDone((int) suite.effects() + 200);
        assertThat(sleeper.end()).as("stops in good order").isTrue();
    }

    private static void killRedis(CrashSuite suite, boolean empty) throws Exception {
        suite.redis.kill();
        if (empty) {
            suite.redis.wipe();
        }
        await().pollDelay(AWAY).until(() -> true);
        suite.redis.run();
        String how = empty ? "empty" : "with its append-only file";
        suite.takenOver("Redis killed, after " + AWAY.toMillis() + " ms back " + how, suite.pending());
        suite.untilDone((int) suite.effects() + 100);
    }
}
