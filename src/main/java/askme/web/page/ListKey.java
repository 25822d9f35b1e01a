package askme.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that is ordered by a value and then by id, both downwards. A page begins after it.
 *
 * @param value 0 in a list that is ordered by id alone
 */
public record ListKey(long value, long id) {

    /** Before the first row of every list. */
    public static final ListKey TOP = new ListKey(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Pattern TEXT = Pattern.compile("(?:(-?\\d{1,18})\\.)?(\\d{1,18})");

    /** The key in the parameter {@code before}; {@link #TOP} if it is missing or no key. */
    public static ListKey of(String parameter) {
        Matcher found = TEXT.matcher(parameter == null ? "" : parameter);
        if (!found.matches()) {
            return TOP;
        }
        return new ListKey(found.group(1) == null ? 0 : Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
    }

    /** The key in a list that is ordered by id alone. */
    public static ListKey ofId(long id) {
        return new ListKey(0, id);
    }

    /** The key in a list that is ordered by a moment. */
    public static ListKey ofMoment(Instant at, long id) {
        return new ListKey(micros(at), id);
    }

    /** The value as a moment. A key that somebody typed may be no moment that the database knows. */
    public Instant moment() {
        return value < 0 || value > micros(LATEST) ? LATEST : Instant.EPOCH.plus(value, ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    @Override
    public String toString() {
        return value == 0 ? Long.toString(id) : value + "." + id;
    }
}
