package askme.pagecache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The cache of guests' pages. */
@ConfigMapping(prefix = "askme.page-cache")
interface PageCacheConfig {

    /** Memory for the pages of this process. Zero: every page is rendered. */
    @WithDefault("32M")
    MemorySize memory();

    /** How old a list may be when a guest gets it. Zero: lists are not cached. */
    @WithDefault("2s")
    Duration listAge();

    /** How old the page of a question may be in what has no version: ratings of authors, the sidebar. */
    @WithDefault("60s")
    Duration questionAge();

    /** If the database does not answer, a page is sent for this time after it was last known to be valid. */
    @WithDefault("10m")
    Duration outageAge();

    /** How long a request waits for the version of a page. */
    @WithDefault("1s")
    Duration readTimeout();
}
