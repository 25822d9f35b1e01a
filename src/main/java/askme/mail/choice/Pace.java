package askme.mail.choice;

import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon a mail comes about a notification. */
@TemplateData
public enum Pace {
    NOW,
    HOURLY,
    DAILY,
    WEEKLY,
    NEVER;

    /** When daily and weekly mails go out, by the member's clock. Weekly ones go out on Mondays. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    /** The name in the database, in forms and in addresses. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pace of this name; empty if it does not exist. */
    public static Optional<Pace> of(String stored) {
        return Arrays.stream(values())
                .filter(pace -> pace.stored().equals(stored))
                .findFirst();
    }

    /** Whether several notifications are in one mail at a certain hour. */
    public boolean isDigest() {
        return this == HOURLY || this == DAILY || this == WEEKLY;
    }

    /**
     * The moment of the next digest after {@code now}.
     *
     * @throws IllegalStateException if this pace has no digests
     */
    public Instant nextAfter(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return switch (this) {
            case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAILY -> {
                ZonedDateTime today = here.with(MORNING);
                yield (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
            }
            case WEEKLY -> {
                ZonedDateTime monday = here.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                        .with(MORNING);
                yield (monday.isAfter(here) ? monday : monday.plusWeeks(1)).toInstant();
            }
            case NOW, NEVER -> throw new IllegalStateException(this + " has no digests");
        };
    }
}
