package askme.embedded.hub;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs the contract with a real Centrifugo and the repository's centrifugo.json: the contract is Centrifugo's. */
@EnabledIf(
        value = "askme.embedded.hub.RealCentrifugo#present",
        disabledReason = "no Centrifugo here: bin/test installs one where Go 1.26 or later is present")
class CentrifugoContractTest {

    private static RealCentrifugo server;

    @BeforeAll
    static void start() {
        server = new RealCentrifugo(Map.of(
                "CENTRIFUGO_CLIENT_PING_INTERVAL", "2s",
                "CENTRIFUGO_CLIENT_PONG_TIMEOUT", "1500ms",
                "CENTRIFUGO_CLIENT_STALE_CLOSE_DELAY", "3s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class Client extends ClientContract {

        @Override
        String url() {
            return server.url();
        }

        @Override
        String api() {
            return server.api();
        }
    }

    @Nested
    class Api extends ApiContract {

        @Override
        String url() {
            return server.url();
        }

        @Override
        String api() {
            return server.api();
        }
    }

    @Nested
    class Member extends MemberContract {

        @Override
        String url() {
            return server.url();
        }

        @Override
        String api() {
            return server.api();
        }
    }
}
