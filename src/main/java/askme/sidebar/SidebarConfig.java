package askme.sidebar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;

/** When the sidebar is computed and how long it lasts. */
@ConfigMapping(prefix = "askme")
interface SidebarConfig {

    /** The cache's time to live: from then on a value is computed anew by whoever asks first. */
    @WithName("cache.ttl")
    Duration ttl();

    /** Cron, an interval such as {@code 2s}, or {@code off}. */
    @WithName("sidebar.tags-schedule")
    String tagsSchedule();

    /** Cron, an interval such as {@code 2s}, or {@code off}. */
    @WithName("sidebar.members-schedule")
    String membersSchedule();
}
