package askme.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServicesOrderTest {

    @Test
    void serviceWithoutAddressIsWanted() {
        assertThat(of(Map.of()).wanted()).containsExactly("database", "mail", "realtime", "redis");
        assertThat(of(Map.of("quarkus.datasource.jdbc.url", "jdbc:mysql://db/askme", "quarkus.mailer.host", " "))
                        .wanted())
                .containsExactly("mail", "realtime", "redis");
    }

    @Test
    void redisIsWantedIfOneOfThreeAddressesIsMissing() {
        Map<String, String> two =
                Map.of("quarkus.redis.cache.hosts", "redis://r/0", "quarkus.redis.jobs.hosts", "redis://r/1");
        assertThat(of(two).wanted()).contains("redis");
        assertThat(of(Map.of(
                                "quarkus.redis.cache.hosts", "redis://r/0",
                                "quarkus.redis.jobs.hosts", "redis://r/1",
                                "quarkus.redis.schedule.hosts", "redis://r/2"))
                        .wanted())
                .doesNotContain("redis");
    }

    @Test
    void configuredSecretsAreShared() {
        ServicesOrder order = of(Map.of("askme.secret", "s", "askme.data-dir", "here/../there"));
        assertThat(order.secrets()).containsExactly(Map.entry("askme.secret", "s"));
        assertThat(order.data()).isAbsolute().isNormalized().endsWithRaw(Path.of("there"));
    }

    @Test
    void buildOfPackageStartsNoService() {
        assertThat(System.getProperty("embedded.early")).isNull();
        assertThat(new EarlyStart().getConfigSources(null)).isEmpty();
        assertThat(EarlyStart.takeOver()).isNull();
    }

    private static ServicesOrder of(Map<String, String> config) {
        return ServicesOrder.of(key -> Optional.ofNullable(config.get(key)));
    }
}
