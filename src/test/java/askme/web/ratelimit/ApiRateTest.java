package askme.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import io.github.bucket4j.ConsumptionProbe;
import org.junit.jupiter.api.Test;

/** The headers with the limit of the API. */
class ApiRateTest {

    @Test
    void headersNameTheLimitAndTheRest() {
        RateLimit limit = RateLimit.valueOf("2/1m");
        LocalBuckets buckets = new LocalBuckets(new ManualClock());
        assertThat(ApiRate.policy("api", limit)).isEqualTo("\"api\";q=2;w=60");
        assertThat(ApiRate.state("api", buckets.probe("member:1", limit))).isEqualTo("\"api\";r=1;t=30");
        assertThat(ApiRate.state("api", buckets.probe("member:1", limit))).isEqualTo("\"api\";r=0;t=60");
        ConsumptionProbe refused = buckets.probe("member:1", limit);
        assertThat(refused.isConsumed()).isFalse();
        assertThat(buckets.probe("member:2", limit).isConsumed()).isTrue();
    }
}
