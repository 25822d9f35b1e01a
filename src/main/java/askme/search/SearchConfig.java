package askme.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the search. */
@ConfigMapping(prefix = "askme.search")
interface SearchConfig {

    /** How long one query may run, by the JDBC query timeout: whole seconds. */
    @WithDefault("2s")
    Duration timeout();

    /** How many lists of results are looked up at a time: about the database's cores. The others wait for their turn. */
    @WithDefault("4")
    int atOnce();

    /** How long the dearest results stay in the cache database, so how late a new question may be found. */
    @WithDefault("5m")
    Duration cacheTtl();

    /** How long the cache database may take for one call. */
    @WithDefault("100ms")
    Duration cacheTimeout();

    /** When the table of common prefixes is filled anew: Quarkus' cron syntax, an interval such as 10m, or off. */
    @WithDefault("10m")
    String prefixSchedule();
}
