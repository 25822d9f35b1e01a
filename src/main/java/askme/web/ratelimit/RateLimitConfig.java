package askme.web.ratelimit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How often one person may do what costs something. */
@ConfigMapping(prefix = "askme.limits")
interface RateLimitConfig {

    /** False lifts the limits, for load tests; the throttling of sign-in stays. */
    boolean enabled();

    /** By the name in {@link RateLimited}; a name without a rate is an error at the first call. */
    Map<String, RateLimit> rates();

    /** How long to do without Redis once it has failed. */
    Duration redisPause();
}
