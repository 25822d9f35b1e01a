package askme.member;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Accounts, sessions and uploads; the defaults and what they are for stand in application.properties. */
@ConfigMapping(prefix = "askme")
public interface MemberConfig {

    /** Nicknames of administrators. */
    Optional<Set<String>> admins();

    Path uploadsDir();

    Session session();

    Password password();

    SignIn signIn();

    /** How long a session lives. */
    interface Session {

        Duration idleTimeout();

        Duration absoluteTimeout();

        Duration memo();

        String sweepSchedule();
    }

    /** The cost of Argon2id. */
    interface Password {

        /** In KiB. */
        int memoryKib();

        int iterations();

        int concurrency();
    }

    /** How many failures are too many. */
    interface SignIn {

        int perAccount();

        int perAddress();

        Duration window();
    }
}
