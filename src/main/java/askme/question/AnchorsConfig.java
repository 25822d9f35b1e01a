package askme.question;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page anchors' settings. */
@ConfigMapping(prefix = "askme.anchors")
interface AnchorsConfig {

    /** When they are rebuilt: Quarkus' cron syntax, an interval, or {@code off}. */
    @WithDefault("10m")
    String schedule();
}
