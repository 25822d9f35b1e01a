package askme.provider;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The providers that sign members in; application.properties explains the keys. */
@ConfigMapping(prefix = "askme")
interface ProvidersConfig {

    /** By name: letters and digits, such as {@code google}. */
    Map<String, Named> oidc();

    Calls providers();

    /** One provider. */
    interface Named {

        /** The issuer; {@code github} and {@code google} have a default. */
        Optional<String> url();

        /** Without it, the provider is not offered: an empty variable counts as none. */
        Optional<String> clientId();

        Optional<String> clientSecret();

        /** Its name on pages; otherwise the name of the keys. */
        Optional<String> label();
    }

    /** The limits of all calls to providers. */
    interface Calls {

        /** How long one call may take. */
        Duration timeout();

        /** How long a provider is not called after it did not answer. */
        Duration pause();
    }
}
