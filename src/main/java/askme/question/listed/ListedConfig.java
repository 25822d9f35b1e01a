package askme.question.listed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The upkeep of the lists of active and unanswered questions. */
@ConfigMapping(prefix = "askme.lists")
interface ListedConfig {

    /** When the lists are filled and the newest questions are compared: Quarkus' cron syntax, an interval such as 30s, or off. */
    @WithDefault("30s")
    String schedule();

    /** How long after a comparison of all questions the next one begins. */
    @WithDefault("24h")
    Duration comparedEvery();
}
