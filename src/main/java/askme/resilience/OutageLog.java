package askme.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Says once that something is down, and once for how long it was. */
public final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    private final String what;
    private final Clock clock;
    private Instant since;

    /** @param what is down, as a log line names it: {@code redis}, {@code outbox} */
    public OutageLog(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    public synchronized void begins(Throwable cause) {
        if (since == null) {
            since = clock.instant();
            LOG.warnf("%s down: %s", what, cause.getMessage());
        }
    }

    public synchronized void ends() {
        if (since != null) {
            LOG.infof("%s back after=%s", what, Duration.between(since, clock.instant()));
            since = null;
        }
    }
}
