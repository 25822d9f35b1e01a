package askme.web;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How often one person may do what costs something. */
@ConfigMapping(prefix = "askme.limits")
interface LimitsConfig {

    /** False lifts the limits, for load tests; the throttling of sign-in stays. */
    boolean enabled();

    /** By the name in {@link Limited}; a name without a rate is an error at the first call. */
    Map<String, Rate> rates();

    /** How long to do without Redis once it has failed. */
    Duration redisPause();
}
