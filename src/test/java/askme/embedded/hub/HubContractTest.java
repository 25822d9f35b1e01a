package askme.embedded.hub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Runs the contract with the hub. */
class HubContractTest {

    private static Hub hub;

    @BeforeAll
    static void start() {
        hub = Hub.start(0, HubFixture.config());
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Nested
    class Client extends ClientContract {

        @Override
        String url() {
            return hub.url();
        }

        @Override
        String api() {
            return hub.apiUrl();
        }
    }

    @Nested
    class Api extends ApiContract {

        @Override
        String url() {
            return hub.url();
        }

        @Override
        String api() {
            return hub.apiUrl();
        }
    }

    @Nested
    class Member extends MemberContract {

        @Override
        String url() {
            return hub.url();
        }

        @Override
        String api() {
            return hub.apiUrl();
        }
    }
}
