package askme.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.provider.SignInFlow.Purpose;
import askme.support.ManualClock;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInFlowTest {

    private final ManualClock clock = new ManualClock();
    private final SignInFlow flow =
            SignInFlow.begin("google", Purpose.SIGN_IN, 0, "/tags/", "", new SecureRandom(), clock.instant());

    @Test
    void ownStateEndsTheJourney() {
        assertThat(flow.isEndedBy("google", flow.state(), clock.instant())).isTrue();
        assertThat(flow.isEndedBy("google", flow.nonce(), clock.instant())).isFalse();
        assertThat(flow.isEndedBy("google", null, clock.instant())).isFalse();
    }

    @Test
    void anotherProviderDoesNotEndIt() {
        assertThat(flow.isEndedBy("github", flow.state(), clock.instant())).isFalse();
    }

    @Test
    void journeyEndsAfterAWhile() {
        clock.pass(SignInFlow.LIFE.minus(Duration.ofSeconds(1)));
        assertThat(flow.isEndedBy("google", flow.state(), clock.instant())).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(flow.isEndedBy("google", flow.state(), clock.instant())).isFalse();
    }

    @Test
    void environmentNamesProviders() {
        ProvidersConfig config = config(Map.of(
                "ASKME_OIDC_GOOGLE_CLIENT_ID", "one",
                "ASKME_OIDC_GOOGLE_CLIENT_SECRET", "two",
                "ASKME_OIDC_COMPANY_URL", "https://id.example/realms/all",
                "ASKME_OIDC_COMPANY_CLIENT_ID", "three",
                "ASKME_OIDC_COMPANY_CLIENT_SECRET", "four",
                "ASKME_OIDC_COMPANY_LABEL", "Our company",
                "ASKME_OIDC_GITHUB_CLIENT_ID", "",
                "ASKME_PROVIDERS_TIMEOUT", "4s",
                "ASKME_PROVIDERS_PAUSE", "30s"));
        assertThat(Provider.of("github", config.oidc().get("github"))).isEmpty();
        assertThat(Provider.of("google", config.oidc().get("google"))
                        .orElseThrow()
                        .url())
                .isEqualTo("https://accounts.google.com");
        assertThat(Provider.of("company", config.oidc().get("company"))
                        .orElseThrow()
                        .label())
                .isEqualTo("Our company");
        assertThat(Provider.of("company", config.oidc().get("company"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("four");
    }

    @Test
    void providerNeedsTls() {
        ProvidersConfig config = config(Map.of(
                "ASKME_OIDC_COMPANY_URL", "http://id.example",
                "ASKME_OIDC_COMPANY_CLIENT_ID", "three",
                "ASKME_OIDC_COMPANY_CLIENT_SECRET", "four",
                "ASKME_PROVIDERS_TIMEOUT", "4s",
                "ASKME_PROVIDERS_PAUSE", "30s"));
        assertThatThrownBy(() -> Provider.of("company", config.oidc().get("company")))
                .hasMessageContaining("https");
    }

    private static ProvidersConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(ProvidersConfig.class)
                .withValidateUnknown(false)
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(ProvidersConfig.class);
    }
}
