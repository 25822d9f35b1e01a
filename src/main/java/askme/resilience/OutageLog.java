package askme.resilience;

import io.vertx.core.http.HttpClosedException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Logs the outage of a dependency: one line at its start, a count of its failures each minute, one line at its end. Safe for
 * concurrent use.
 */
public final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);
    private static final Duration COUNT_EVERY = Duration.ofMinutes(1);

    private final String dependency;
    private final Clock clock;
    private Instant since;
    private Instant lastFailure;
    private Instant lastSuccess;
    private Instant nextCount;
    private long failures;
    private long counted;
    private Instant lastCausedOutside = Instant.MIN;

    /** @param dependency its name in log lines: {@code redis}, {@code outbox relay} */
    public OutageLog(String dependency, Clock clock) {
        this.dependency = dependency;
        this.clock = clock;
        this.lastSuccess = clock.instant();
    }

    /**
     * An outage that has not ended.
     *
     * @param lastCausedOutside when a failure last showed that the dependency or the network is at fault
     */
    record Running(Instant since, Instant lastFailure, Instant lastCausedOutside, long failures) {}

    /** Logs the outage with the message of {@code cause}. During an outage it only counts, and logs the count each minute. */
    public synchronized void begins(Throwable cause) {
        begins(() -> dependency + " down: " + messageOf(cause));
        if (isCausedOutside(cause)) {
            lastCausedOutside = lastFailure;
        }
    }

    /** One line: a time limit often has no message, and the driver of the database explains itself in several lines. */
    private static String messageOf(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(cause.getClass().getSimpleName());
    }

    /**
     * Whether the server sent an error, or the connection to it broke or was closed because it was silent. If this process itself hangs,
     * it only waits in vain: for a connection of its pool, or for its own threads.
     */
    private static boolean isCausedOutside(Throwable cause) {
        return Causes.include(cause, IOException.class)
                || Causes.include(cause, ErrorType.class)
                || Causes.include(cause, HttpClosedException.class)
                || Causes.find(cause, SQLException.class, error -> error.getErrorCode() > 0)
                        .isPresent();
    }

    /** The line of the start is {@code line}. */
    public synchronized void begins(Supplier<String> line) {
        lastFailure = clock.instant();
        failures++;
        if (since == null) {
            since = lastFailure;
            failures = 1;
            counted = 1;
            nextCount = since.plus(COUNT_EVERY);
            LOG.warn(line.get());
        } else if (!lastFailure.isBefore(nextCount)) {
            LOG.warnf(
                    "%s still down for=%s failures=%d",
                    dependency, Duration.between(since, lastFailure), failures - counted);
            counted = failures;
            nextCount = lastFailure.plus(COUNT_EVERY);
        }
    }

    /** Logs the end of the outage if there was one. */
    public synchronized void ends() {
        lastSuccess = clock.instant();
        if (since != null) {
            LOG.infof("%s back after=%s failures=%d", dependency, Duration.between(since, lastSuccess), failures);
            since = null;
        }
    }

    /** The outage of now; empty if the last use succeeded. */
    synchronized Optional<Running> running() {
        return since == null
                ? Optional.empty()
                : Optional.of(new Running(since, lastFailure, lastCausedOutside, failures));
    }

    synchronized Instant lastSuccess() {
        return lastSuccess;
    }
}
