package askme.member;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** The administrators; application.properties explains the key. */
@ConfigMapping(prefix = "askme")
interface MemberConfig {

    /** Nicknames of administrators. */
    Optional<Set<String>> admins();
}
