package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageLogTest {

    private static final Logger LOG = Logger.getLogger(OutageLog.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final Handler listener = new Handler() {

        @Override
        public void publish(LogRecord line) {
            lines.add(
                    line instanceof ExtLogRecord record
                            ? record.getFormattedMessage()
                            : new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final ManualClock clock = new ManualClock();
    private final OutageLog outage = new OutageLog("redis", clock);

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    @Test
    void failureWithoutMessageIsNamed() {
        outage.begins(new TimeoutException());
        assertThat(lines).containsExactly("redis down: TimeoutException");
    }

    @Test
    void causeIsOneLine() {
        outage.begins(new IOException("Communications link failure\n\nThe last packet was sent 3 ms ago."));
        assertThat(lines).containsExactly("redis down: Communications link failure");
    }

    @Test
    void outageIsLoggedOnceWithItsDuration() {
        outage.begins(new IOException("connection refused"));
        clock.pass(Duration.ofSeconds(90));
        outage.begins(new IOException("connection reset"));
        outage.ends();
        outage.ends();
        assertThat(lines)
                .containsExactly(
                        "redis down: connection refused",
                        "redis still down for=PT1M30S failures=1",
                        "redis back after=PT1M30S failures=2");
    }

    @Test
    void endWithoutOutageIsNotLogged() {
        outage.ends();
        assertThat(lines).isEmpty();
    }

    @Test
    void nextOutageIsLoggedAgain() {
        outage.begins(new IOException("first"));
        outage.ends();
        outage.begins(new IOException("second"));
        assertThat(lines)
                .containsExactly("redis down: first", "redis back after=PT0S failures=1", "redis down: second");
    }

    @Test
    void failuresAreCountedOnceAMinute() {
        for (int second = 0; second < 150; second++) {
            outage.begins(new IOException("refused"));
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(lines)
                .containsExactly(
                        "redis down: refused",
                        "redis still down for=PT1M failures=60",
                        "redis still down for=PT2M failures=60");
    }
}
