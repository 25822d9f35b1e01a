package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The official client works with the hub and with Centrifugo. */
class RealClientTest {

    @Test
    void hubWorksWithTheOfficialClient() throws Exception {
        Hub hub = Hub.start(0, HubConfig.of(CentrifugoContract.API_KEY, TestToken.SECRET));
        try {
            assertThat(RealClient.run(hub.url(), hub.apiUrl())).isEqualTo("ok");
        } finally {
            hub.stop();
        }
    }

    @Test
    @EnabledIf(
            value = "askme.embedded.hub.RealCentrifugo#present",
            disabledReason = "no Centrifugo here: bin/test installs one where Go 1.26 or later is present")
    void centrifugoWorksWithTheOfficialClient() throws Exception {
        try (RealCentrifugo server = new RealCentrifugo(Map.of())) {
            assertThat(RealClient.run(server.url(), server.api())).isEqualTo("ok");
        }
    }
}
