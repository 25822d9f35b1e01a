package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;

import askme.embedded.hub.RealCentrifugo;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The genuine server in the hub's place: one journey, and the matrix in the full suite. */
@QuarkusTest
@WithTestResource(CentrifugoResource.class)
@Tag("one-process") // a server of its own: the other process publishes to the site's
@EnabledIf(
        value = "askme.embedded.hub.RealCentrifugo#present",
        disabledReason = "no Centrifugo here: bin/test installs one where Go 1.26 or later is present")
class LiveOnCentrifugoTest extends LiveMatrix implements CentrifugoResource.OnCentrifugo {

    private RealCentrifugo server;

    @Override
    public void use(RealCentrifugo given) {
        server = given;
    }

    @Override
    protected AutoCloseable kill() {
        server.close();
        return server::start;
    }

    @Test
    void anAnswerArrivesAndWhatARestartSwallowedIsCaughtUp() throws Exception {
        LiveScenario scene = LiveScenario.with(1, browsers, numbers);
        Page guest = scene.read(Visitor.guest(), "");
        long first = scene.answerer.answer(scene.question, "One");
        eventually(answer(guest, first)).hasCount(1);
        long second;
        try (AutoCloseable back = kill()) {
            second = scene.answerer.answer(scene.question, "Two");
        }
        eventually(answer(guest, second)).hasCount(1);
        LiveScenario.awaitLive(guest);
        eventually(answers(guest)).hasCount(3);
    }

    @Override
    @Tag("full")
    @Tag("live")
    @ParameterizedTest(name = "{0}, {1}, server stays: {2}")
    @MethodSource("matrix")
    void theReaderGetsTheAnswerOnce(Place place, Reader who, boolean hubStays) throws Exception {
        super.theReaderGetsTheAnswerOnce(place, who, hubStays);
    }
}
