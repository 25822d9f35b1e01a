package askme.web.ratelimit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done. {@code 10/1h} in the configuration means ten times at once, then once every six minutes.
 *
 * @param permits how many times at once, at least 1
 * @param window the time in which all permits return, evenly
 */
public record RateLimit(int permits, Duration window) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,6})([smhd])");

    public RateLimit {
        if (permits < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a rate limit needs permits and a window: " + permits + "/" + window);
        }
    }

    /** Reads {@code 10/1h}; the units are s, m, h and d. The configuration finds this method as the converter of the type. */
    public static RateLimit valueOf(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a rate limit such as 10/1h: " + text);
        }
        long number = Long.parseLong(parts.group(2));
        Duration window =
                switch (parts.group(3)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return new RateLimit(Integer.parseInt(parts.group(1)), window);
    }
}
