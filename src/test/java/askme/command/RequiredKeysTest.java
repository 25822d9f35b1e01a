package askme.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredKeysTest {

    @Test
    void messageNamesEveryMissingKey() {
        List<String> missing = missingIn(Map.of("askme.secret", "s", "quarkus.mailer.host", " "));

        assertThat(missing)
                .contains("askme.base-url", "quarkus.datasource.password", "quarkus.mailer.host")
                .doesNotContain("askme.secret");
        assertThat(RequiredKeys.message(missing))
                .contains("QUARKUS_DATASOURCE_PASSWORD  (quarkus.datasource.password)")
                .contains("ASKME_CENTRIFUGO_API_KEY");
    }

    @Test
    void fullConfigurationIsComplete() {
        Map<String, String> full = new HashMap<>();
        RequiredKeys.ALL.forEach(key -> full.put(key, "something"));

        assertThat(missingIn(full)).isEmpty();
    }

    private static List<String> missingIn(Map<String, String> values) {
        return RequiredKeys.missing(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }
}
