package askme.discussion;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** When deleted posts are removed for good; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.deletion")
interface DeletionConfig {

    /** A post that was deleted longer ago is removed. Empty: the setting of the site decides. */
    Optional<Duration> purgeAfter();

    /** Cron, an interval such as {@code 1h}, or {@code off}. */
    String purgeSchedule();
}
