package askme.realtime;

import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** A question with answers, and browser windows that show it. */
final class LiveScenario {

    /** The time limit after a reconnection: the client's pauses between attempts grow to some seconds. */
    private static final double PATIENCE_MS = 30_000;

    final Visitor asker = Visitor.member("ann");
    final Visitor answerer = Visitor.member("bob");
    final long question = asker.ask("How does it go?", "Tell me", "live");
    private final Browsers browsers;

    private LiveScenario(Browsers browsers) {
        this.browsers = browsers;
    }

    /** A question with this number of answers, which are inserted directly into the database. */
    static LiveScenario with(int answers, Browsers browsers, TestDatabase testDatabase) {
        LiveScenario scenario = new LiveScenario(browsers);
        for (int i = 0; i < answers; i++) {
            testDatabase.change(
                    "INSERT INTO answer (question_id, author_id, body, answered_at)"
                            + " SELECT ?, id, CONCAT('Answer ', ?), NOW(6) FROM member WHERE nickname = ?",
                    scenario.question,
                    i,
                    scenario.answerer.nickname());
        }
        testDatabase.change("UPDATE question SET answer_count = ? WHERE id = ?", answers, scenario.question);
        return scenario;
    }

    String path() {
        return "/question/" + question + "/";
    }

    /** A window in which {@code reader} has the question open and is connected. */
    Page read(Visitor reader, String query) {
        Page page = browsers.of(reader, path() + query);
        awaitLive(page);
        return page;
    }

    static void awaitLive(Page page) {
        page.locator("#live-state[data-state=live]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    }

    static Locator answers(Page page) {
        return page.locator("#answers article[data-answer-id]");
    }

    static Locator answer(Page page, long id) {
        return page.locator("#answer-" + id);
    }

    /** Playwright's assertions with our time limit. */
    static Eventually eventually(Locator locator) {
        return new Eventually(PlaywrightAssertions.assertThat(locator));
    }

    record Eventually(LocatorAssertions assertions) {

        void hasCount(int count) {
            assertions.hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
        }

        void hasText(String text) {
            assertions.hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        }

        void isVisible() {
            assertions.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        }

        void isHidden() {
            assertions.isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MS));
        }
    }
}
