package askme.embedded.hub;

import java.time.Duration;
import java.util.List;

/** The hub for the contract: the settings of centrifugo.json with short times. */
final class HubFixture {

    private HubFixture() {}

    static HubConfig config() {
        HubConfig usual = HubConfig.of(CentrifugoContract.API_KEY, TestToken.SECRET);
        return new HubConfig(
                usual.apiKey(),
                usual.tokenSecret(),
                List.of(CentrifugoContract.ORIGIN),
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                Duration.ofSeconds(3),
                usual.historySize(),
                usual.historyTtl());
    }
}
