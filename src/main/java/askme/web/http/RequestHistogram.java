package askme.web.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Counts requests by duration, for percentiles over all processes. A mean would hide slow requests. */
class RequestHistogram {

    private static final String REQUESTS = "http.server.requests";

    /** Few bounds, because each is one time series for each page and status. No page may take longer than one second. */
    private static final double[] BOUNDS_NS = Stream.of(10, 50, 100, 250, 500, 1000)
            .mapToDouble(ms -> Duration.ofMillis(ms).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BOUNDS_NS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
