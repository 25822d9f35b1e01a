package askme.badge;

import io.smallrye.config.ConfigMapping;

/** When badges are awarded; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.badges")
interface BadgeConfig {

    /** Cron, an interval such as {@code 5m}, or {@code off}: nobody gets a badge. */
    String schedule();
}
