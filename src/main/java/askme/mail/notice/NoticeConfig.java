package askme.mail.notice;

import io.smallrye.config.ConfigMapping;

/** When digests are queued; application.properties holds the default. */
@ConfigMapping(prefix = "askme.mail")
interface NoticeConfig {

    /** Cron, an interval such as {@code 1m}, or {@code off}. */
    String digestSchedule();
}
