package askme.account;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Passwords and sign-ins; application.properties holds the defaults. */
@ConfigMapping(prefix = "askme")
interface AccountConfig {

    Password password();

    SignIn signIn();

    /** The cost of Argon2id. */
    interface Password {

        /** Memory for one hash, in KiB. */
        int memoryKib();

        int iterations();

        /** Hashes computed at a time. */
        int concurrency();
    }

    /** How many failed attempts are allowed. */
    interface SignIn {

        /** The first failures for one account in {@link #window}, from any address. */
        int perAccount();

        /** Failures for one account from one network address in {@link #window}, after the first ones. */
        int perAccountAndAddress();

        /** Failures from one network address in {@link #window}. */
        int perAddress();

        Duration window();
    }
}
