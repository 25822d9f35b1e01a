package askme.jobs.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Divides time into the slots of a periodic task. All processes compute the same slots from the same schedule. The slots of
 * an interval are its multiples since the epoch; the slots of a cron expression are its moments in UTC.
 */
final class Schedule {

    /** A moment of a cron expression that was missed because of a restart is still queued within this time. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Set<String> OFF = Set.of("off", "disabled");
    private static final CronParser CRON = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final Duration interval;
    private final ExecutionTime cron;

    private Schedule(Duration interval, ExecutionTime cron) {
        this.interval = interval;
        this.cron = cron;
    }

    /**
     * Empty for {@code off}.
     *
     * @throws IllegalArgumentException if the text is neither cron syntax nor an interval above zero
     */
    static Optional<Schedule> parse(String text) {
        String schedule = text.strip();
        if (OFF.contains(schedule)) {
            return Optional.empty();
        }
        if (schedule.contains(" ")) {
            return Optional.of(new Schedule(null, ExecutionTime.forCron(CRON.parse(schedule))));
        }
        Duration interval = DurationConverter.parseDuration(schedule);
        if (interval == null || interval.toMillis() <= 0) {
            throw new IllegalArgumentException("invalid schedule: '" + text + "'");
        }
        return Optional.of(new Schedule(interval, null));
    }

    /** The slot of {@code now}; empty if no moment of the cron expression is in the grace period before it. */
    Optional<Instant> slot(Instant now) {
        if (interval != null) {
            return Optional.of(Instant.ofEpochMilli(now.toEpochMilli() / interval.toMillis() * interval.toMillis()));
        }
        // lastExecution() excludes the moment itself.
        return cron.lastExecution(now.plusMillis(1).atZone(ZoneOffset.UTC))
                .map(last -> last.toInstant())
                .filter(last -> last.plus(GRACE).isAfter(now));
    }

    /** The start of the next slot; empty if the cron expression has no later moment. */
    Optional<Instant> next(Instant now) {
        return interval != null
                ? slot(now).map(slot -> slot.plus(interval))
                : cron.nextExecution(now.atZone(ZoneOffset.UTC)).map(next -> next.toInstant());
    }

    /** How long a claim of a slot must be stored so that no scheduler claims it again. */
    Duration claimLifetime() {
        return (interval == null ? GRACE : interval).plus(GRACE);
    }
}
