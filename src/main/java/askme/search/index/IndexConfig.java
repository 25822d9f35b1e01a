package askme.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The upkeep of the search's index. */
@ConfigMapping(prefix = "askme.search.index")
interface IndexConfig {

    /** When the index is filled and the newest posts are compared: Quarkus' cron syntax, an interval such as 30s, or off. */
    @WithDefault("30s")
    String schedule();

    /** How long after a comparison of all posts the next one begins. */
    @WithDefault("24h")
    Duration comparedEvery();
}
