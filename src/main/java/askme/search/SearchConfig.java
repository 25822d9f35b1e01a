package askme.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the search. */
@ConfigMapping(prefix = "askme.search")
interface SearchConfig {

    /** How long the server may execute one query. */
    @WithDefault("2s")
    Duration timeout();

    /** How many searches for the page of results run at a time: about the number of the database's cores. The others wait. */
    @WithDefault("4")
    int atOnce();

    /** How long the slowest results stay in the cache database. So a new question may be found this much later. */
    @WithDefault("5m")
    Duration cacheTtl();

    /** The timeout of one call to the cache database. */
    @WithDefault("100ms")
    Duration cacheTimeout();

    /** When the table of common prefixes is rebuilt: Quarkus' cron syntax, an interval such as 10m, or off. */
    @WithDefault("10m")
    String prefixSchedule();
}
