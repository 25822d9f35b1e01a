package askme.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Logs the start of an outage once and its end once, with its duration. Safe for concurrent use. */
public final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    private final String dependency;
    private final Clock clock;
    private Instant since;

    /** @param dependency its name in log lines: {@code redis}, {@code outbox relay} */
    public OutageLog(String dependency, Clock clock) {
        this.dependency = dependency;
        this.clock = clock;
    }

    /** Logs the outage with the message of {@code cause}, unless this outage is already logged. */
    public synchronized void begins(Throwable cause) {
        if (since == null) {
            since = clock.instant();
            LOG.warnf("%s down: %s", dependency, cause.getMessage());
        }
    }

    /** Logs the end of the outage if there was one. */
    public synchronized void ends() {
        if (since != null) {
            LOG.infof("%s back after=%s", dependency, Duration.between(since, clock.instant()));
            since = null;
        }
    }
}
