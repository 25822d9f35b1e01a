package askme.draft;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long drafts are kept; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.drafts")
interface DraftConfig {

    /** A draft that was not saved for this time is deleted. */
    Duration keptFor();

    /** Cron, an interval such as {@code 1h}, or {@code off}. */
    String sweepSchedule();
}
