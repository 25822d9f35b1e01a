package askme.views;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How views of questions are counted; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.views")
interface ViewsConfig {

    /** The shortest time after which the same visitor may count again for a question. Zero: nothing is counted. */
    Duration onceIn();

    /** When the counts are written to the database: cron, an interval such as {@code 10s}, or {@code off}. */
    String schedule();
}
