package askme.sidebar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;

/** When the sidebar is computed, and how long a value is fresh. */
@ConfigMapping(prefix = "askme")
interface SidebarConfig {

    /** How long a cached value is fresh. After that the first reader computes it again. */
    @WithName("cache.ttl")
    Duration ttl();

    /** Cron, an interval such as {@code 2s}, or {@code off}. */
    @WithName("sidebar.tags-schedule")
    String tagsSchedule();

    /** Cron, an interval such as {@code 2s}, or {@code off}. */
    @WithName("sidebar.members-schedule")
    String membersSchedule();
}
