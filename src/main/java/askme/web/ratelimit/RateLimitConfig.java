package askme.web.ratelimit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How often one person may do things that cost the site something. */
@ConfigMapping(prefix = "askme.limits")
interface RateLimitConfig {

    /** False disables the limits, for load tests. The throttling of sign-in stays. */
    boolean enabled();

    /** The limits by their names in {@link RateLimited}. A name without a limit fails at the first call. */
    Map<String, RateLimit> rates();

    /** How long Redis is not used after it failed. */
    Duration redisPause();
}
