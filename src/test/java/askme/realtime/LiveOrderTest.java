package askme.realtime;

import static askme.realtime.LiveScenario.answer;
import static askme.realtime.LiveScenario.answers;
import static askme.realtime.LiveScenario.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** New answers on pages that show the answers by age. */
@QuarkusTest
class LiveOrderTest {

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Test
    void newAnswerIsFirstOrLastAndElsewhereOnlyANotice() {
        LiveScenario scenario = LiveScenario.with(31, browsers, testDatabase);
        Page newest = scenario.read(Visitor.guest(), "?sort=newest");
        Page newestSecond = scenario.read(Visitor.guest(), "?sort=newest&page=2");
        Page oldest = scenario.read(Visitor.guest(), "?sort=oldest");
        Page oldestLast = scenario.read(Visitor.guest(), "?sort=oldest&page=2");
        eventually(oldestLast.locator("#live-state")).hasText("Live: new answers appear here as they are posted.");
        eventually(oldest.locator("#live-state")).hasText("Live: you will see a notice here when somebody answers.");

        long id = scenario.answerer.answer(scenario.question, "The thirty-second");
        eventually(answer(newest, id)).isVisible();
        assertThat(answers(newest).first().getAttribute("id")).isEqualTo("answer-" + id);
        eventually(answer(oldestLast, id)).isVisible();
        assertThat(answers(oldestLast).last().getAttribute("id")).isEqualTo("answer-" + id);
        for (Page elsewhere : new Page[] {newestSecond, oldest}) {
            eventually(elsewhere.locator("#new-answers a")).hasText("1 new answer – show it");
            eventually(answer(elsewhere, id)).hasCount(0);
        }
        newest.reload();
        assertThat(answers(newest).first().getAttribute("id")).isEqualTo("answer-" + id);
    }
}
