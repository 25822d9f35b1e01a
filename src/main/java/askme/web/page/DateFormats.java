package askme.web.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats of moments in pages, in UTC. {@code local-time.js} changes them to the reader's time zone. */
@TemplateExtension
public final class DateFormats {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DateFormats() {}

    /** ISO 8601 to the second, the format of the {@code datetime} attribute. */
    static String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static String readable(Instant moment) {
        return READABLE.format(moment);
    }
}
