package askme.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.Queues;
import askme.jobs.queue.ClaimedJob;
import askme.jobs.queue.Envelope;
import askme.jobs.support.Ping;
import askme.jobs.support.Pings;
import askme.resilience.OutageLog;
import askme.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The failures of one handler are one line at the start, a count each minute, and one line at the end. */
class JobRunnerTest {

    private static final Logger LOG = Logger.getLogger(OutageLog.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line instanceof ExtLogRecord record ? record.getFormattedMessage() : line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final ManualClock clock = new ManualClock();
    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), RandomGenerator.getDefault());
    private boolean down = true;
    private final Pings handler = new Pings(Queues.MAIL, (ping, job) -> {
        if (down) {
            throw new IllegalStateException("refused");
        }
    });

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    @Test
    void manyFailuresOfAHandlerAreFewLines() {
        JobRunner runner = new JobRunner(backoff, 25, clock, Runnable::run, run -> {}, failure -> false);
        for (int i = 0; i < 500; i++) {
            runner.run(batch(i));
        }
        clock.pass(Duration.ofMinutes(1));
        runner.run(batch(500));
        down = false;
        runner.run(batch(501));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("job failed", "handler=ping-mail");
        assertThat(lines.get(1)).contains("ping-mail", "failures=500");
        assertThat(lines.get(2)).contains("ping-mail", "failures=501");
    }

    @Test
    void outageOfAPartIsNotLoggedForEachJob() {
        JobRunner runner = new JobRunner(backoff, 25, clock, Runnable::run, run -> {}, failure -> true);
        runner.run(batch(1));
        assertThat(lines).isEmpty();
    }

    private Batch batch(int number) {
        Ping ping = new Ping(number);
        Envelope envelope = new Envelope(
                "job-" + number, handler.name(), handler.queue(), 1, Envelope.tree(ping), 0, null, null, false);
        ClaimedJob claimed = new ClaimedJob("job-" + number, handler.queue(), envelope.json(), 0, 0, false);
        return new Batch(handler, List.of(new ParsedJob(claimed, envelope, handler, ping)));
    }
}
