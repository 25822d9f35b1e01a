package askme.notification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long notifications are kept; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.notifications")
interface NotificationConfig {

    /** Older ones are removed. */
    Duration keep();

    /** The most that a member keeps; older ones are removed. */
    int most();

    /** Cron, an interval such as {@code 1h}, or {@code off}. */
    String sweepSchedule();

    /** When members are notified of a changed rating: cron, or {@code off}. */
    String reputationSchedule();
}
