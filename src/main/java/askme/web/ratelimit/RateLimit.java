package askme.web.ratelimit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done: in configuration {@code 10/1h}, ten times at once and then one each six minutes.
 *
 * @param permits how many at once, at least 1
 * @param window in which as many come back, evenly
 */
public record RateLimit(int permits, Duration window) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,6})([smhd])");

    public RateLimit {
        if (permits < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a rate needs permits and a window: " + permits + "/" + window);
        }
    }

    /** Reads {@code 10/1h}; the units are s, m, h, d. Found by the configuration as the type's converter. */
    public static RateLimit valueOf(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a rate such as 10/1h: " + text);
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
