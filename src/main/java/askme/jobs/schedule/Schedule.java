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
 * Cuts time into the slots of a periodic task; every process that knows the schedule names the same slots. An interval's slots
 * are its multiples since the epoch, a cron expression's are its moments in UTC.
 */
final class Schedule {

    /** A moment of a cron expression that nobody ran, because of a restart, still runs within this time. */
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
     * @throws IllegalArgumentException where the text is neither cron syntax nor an interval above zero
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
            throw new IllegalArgumentException("no schedule: '" + text + "'");
        }
        return Optional.of(new Schedule(interval, null));
    }

    /** The slot that {@code now} lies in; empty between the moments of a cron expression. */
    Optional<Instant> slot(Instant now) {
        if (interval != null) {
            return Optional.of(Instant.ofEpochMilli(now.toEpochMilli() / interval.toMillis() * interval.toMillis()));
        }
        // "Before" excludes the moment itself.
        return cron.lastExecution(now.plusMillis(1).atZone(ZoneOffset.UTC))
                .map(last -> last.toInstant())
                .filter(last -> last.plus(GRACE).isAfter(now));
    }

    /** The start of the next slot; empty where a cron expression has no more. */
    Optional<Instant> next(Instant now) {
        return interval != null
                ? slot(now).map(slot -> slot.plus(interval))
                : cron.nextExecution(now.atZone(ZoneOffset.UTC)).map(next -> next.toInstant());
    }

    /** For how long the taking of a slot must be remembered, so that nobody takes it again. */
    Duration memory() {
        return (interval == null ? GRACE : interval).plus(GRACE);
    }
}
