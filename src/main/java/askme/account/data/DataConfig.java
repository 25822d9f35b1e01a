package askme.account.data;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The data of members; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme.own-data")
interface DataConfig {

    /** The time to change one's mind before an account is deleted. */
    Duration deletedAfter();

    /** How long the files of an export can be fetched. */
    Duration exportKeptFor();

    /** When due accounts and old exports are deleted: cron, an interval such as {@code 10m}, or {@code off}. */
    String schedule();
}
