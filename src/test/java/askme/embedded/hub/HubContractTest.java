package askme.embedded.hub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The hub keeps the contract. */
class HubContractTest extends CentrifugoContract {

    private static Hub hub;

    @BeforeAll
    static void start() {
        hub = Hub.start(0, HubFixture.config());
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Override
    String url() {
        return hub.url();
    }

    @Override
    String api() {
        return hub.apiUrl();
    }
}
