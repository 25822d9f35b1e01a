package askme.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How long sessions last; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.session")
interface SessionConfig {

    /** A session ends this time after its last request. */
    Duration idleTimeout();

    /** A session ends this time after the sign-in, however much it is used. */
    Duration absoluteTimeout();

    /** How long a read may use the session that this process cached. */
    @WithName("memo")
    Duration cacheTime();

    /** Cron, an interval such as {@code 1h}, or {@code off}. */
    String sweepSchedule();
}
