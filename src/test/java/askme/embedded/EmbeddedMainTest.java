package askme.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedMainTest {

    private static final Map<String, String> FOUND = Map.of("askme.base-url", "http://localhost:8080");

    @Test
    void configuredAddressIsAnnounced() {
        assertThat(announced(Map.of("ASKME_BASE_URL", "https://askme.example"))).isEqualTo("https://askme.example");
        assertThat(announced(Map.of())).isEqualTo("http://localhost:8080");
    }

    private static String announced(Map<String, String> environment) {
        return EmbeddedMain.site(
                new SmallRyeConfigBuilder()
                        .withSources(new EnvConfigSource(environment, 300))
                        .build(),
                FOUND);
    }
}
