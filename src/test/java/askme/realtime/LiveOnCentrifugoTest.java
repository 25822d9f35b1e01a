package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;

import askme.embedded.hub.RealCentrifugo;
import askme.support.Notified;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs one scenario with a real Centrifugo, and in the full suite the whole matrix. */
@QuarkusTest
@WithTestResource(CentrifugoResource.class)
@Tag("one-process") // It uses a separate Centrifugo; the other process publishes to the site's hub.
@EnabledIf(
        value = "askme.embedded.hub.RealCentrifugo#present",
        disabledReason = "no Centrifugo here: bin/test installs one where Go 1.26 or later is present")
class LiveOnCentrifugoTest extends LiveMatrix implements CentrifugoResource.OnCentrifugo {

    @Inject
    Notified notified;

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
    void pageCatchesUpAfterServerRestart() throws Exception {
        LiveScenario scenario = LiveScenario.with(1, browsers, testDatabase);
        Page guest = scenario.read(Visitor.guest(), "");
        long first = scenario.answerer.answer(scenario.question, "One");
        eventually(answer(guest, first)).hasCount(1);
        long second;
        try (AutoCloseable back = kill()) {
            second = scenario.answerer.answer(scenario.question, "Two");
        }
        eventually(answer(guest, second)).hasCount(1);
        LiveScenario.awaitLive(guest);
        eventually(answers(guest)).hasCount(3);
    }

    @Test
    void bellIsRightAfterServerRestart() throws Exception {
        Visitor member = Visitor.member("ann");
        Page page = browsers.of(member, "/");
        notified.set(member, 2);
        LiveBellTest.shows(page, "2", "^\\(2\\) ");
        try (AutoCloseable back = kill()) {
            notified.set(member, 5);
        }
        LiveBellTest.shows(page, "5", "^\\(5\\) ");
        notified.set(member, 4);
        LiveBellTest.shows(page, "4", "^\\(4\\) ");
    }

    @Override
    @Tag("full")
    @Tag("live")
    @ParameterizedTest(name = "{0}, {1}, server stays: {2}")
    @MethodSource("matrix")
    void readerReceivesAnswerOnce(Place place, Reader who, boolean hubStays) throws Exception {
        super.readerReceivesAnswerOnce(place, who, hubStays);
    }
}
