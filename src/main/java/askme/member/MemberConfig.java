package askme.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** The administrators and the task about nicknames; application.properties explains the keys. */
@ConfigMapping(prefix = "askme")
interface MemberConfig {

    /** Nicknames of administrators. */
    Optional<Set<String>> admins();

    /** When the skeletons of older members are stored: cron, an interval such as {@code 1m}, or {@code off}. */
    @WithName("members.skeletons-schedule")
    String skeletonsSchedule();
}
