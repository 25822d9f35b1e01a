package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One browser reads and one answers, for each page, each reader, and with or without an outage of the hub. */
abstract class LiveMatrix {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    /** Ends the hub. Closing the result starts it again. */
    protected abstract AutoCloseable kill();

    enum Place {
        NO_ANSWERS(0, ""),
        FIRST_PAGE(2, ""),
        FULL_PAGE(30, ""),
        SECOND_PAGE(31, "?page=2");

        final int before;
        final String query;

        Place(int before, String query) {
            this.before = before;
            this.query = query;
        }
    }

    enum Reader {
        GUEST,
        ASKER,
        ANSWERER
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(Place.values()).flatMap(place -> Arrays.stream(Reader.values())
                .flatMap(reader -> Stream.of(true, false).map(hubStays -> Arguments.of(place, reader, hubStays))));
    }

    @ParameterizedTest(name = "{0}, {1}, hub stays: {2}")
    @MethodSource("matrix")
    void readerReceivesAnswerOnce(Place place, Reader who, boolean hubStays) throws Exception {
        LiveScenario scenario = LiveScenario.with(place.before, browsers, testDatabase);
        Visitor visitor =
                switch (who) {
                    case GUEST -> Visitor.guest();
                    case ASKER -> scenario.asker;
                    case ANSWERER -> scenario.answerer;
                };
        Page reader = scenario.read(visitor, place.query);
        Page writer = scenario.read(scenario.answerer, "");
        if (hubStays) {
            write(writer);
        } else {
            try (AutoCloseable back = kill()) {
                write(writer);
            }
        }
        long id = Long.parseLong(writer.url().replaceAll(".*#answer-", ""));
        if (place == Place.SECOND_PAGE) {
            eventually(reader.locator("#new-answers a")).hasText("1 new answer – show it");
            eventually(answers(reader)).hasCount(1);
        } else {
            eventually(answer(reader, id)).isVisible();
            eventually(answers(reader)).hasCount(place.before + 1);
            assertThat(answers(reader).last().getAttribute("id")).isEqualTo("answer-" + id);
            eventually(answer(reader, id).locator(".beyond-mark")).hasCount(place == Place.FULL_PAGE ? 1 : 0);
            eventually(reader.locator(".paginator")).hasCount(place == Place.FULL_PAGE ? 1 : 0);
        }
        eventually(reader.locator("#answer-count")).hasText(Integer.toString(place.before + 1));
        // A late publication of a change that the page caught up with has no effect.
        LiveScenario.awaitLive(reader);
        LiveScenario.awaitLive(writer);
        scenario.answerer.postJson("/question/" + scenario.question + "/vote", "{\"value\": 1}");
        eventually(reader.locator("#question-" + scenario.question + " .rating"))
                .hasText("1");
        eventually(answers(writer).and(writer.locator("#answer-" + id))).hasCount(1);
        eventually(answer(reader, id)).hasCount(place == Place.SECOND_PAGE ? 0 : 1);
    }

    private static void write(Page writer) {
        Locator another = writer.locator("#your-answer summary");
        if (another.count() > 0) { // the writer has an answer already
            another.click();
        }
        writer.locator("#text").fill("An answer from a browser");
        writer.locator("#your-answer button[type=submit]").click();
        writer.waitForURL("**#answer-*");
    }
}
