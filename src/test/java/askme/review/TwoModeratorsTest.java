package askme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.Browsers;
import askme.support.ChangedSetting;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two moderators look at one item of each kind. One decides, and the other sees who did. */
@QuarkusTest
@Tag("full")
@Tag("live")
@Tag("one-process") // another process would follow the setting a second later
class TwoModeratorsTest {

    private static final LocatorAssertions.HasTextOptions PATIENCE =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Inject
    Settings settings;

    private Visitor asker;
    private Visitor author;
    private Visitor decider;
    private Visitor watcher;
    private long question;

    @BeforeEach
    void people() {
        asker = Visitor.member("twoAsker");
        author = Visitor.member("twoAuthor");
        decider = moderator("twoDecider");
        watcher = moderator("twoWatcher");
        question = asker.ask("Who decides this one?", "Only one of the two.", "review");
    }

    private Visitor moderator(String name) {
        Visitor member = Visitor.member(name);
        testDatabase.change("UPDATE member SET moderator = 1 WHERE nickname = ?", member.nickname());
        return Visitor.guest().signIn(member.nickname());
    }

    @Test
    void otherModeratorSeesWhoDecidedEachKindOfItem() {
        Map<String, String> acts = items();
        Page page = browsers.subscribed(watcher, "/moderation/", "subs");
        List<String> checks = checks(page);
        watcher.get("/moderation/");
        Map<String, Map<String, String>> seen = new HashMap<>();
        acts.keySet().forEach(item -> seen.put(item, watcher.fieldsOf("#" + item + " .item-acts")));
        String token = watcher.csrfToken();
        acts.forEach((item, act) -> {
            decider.get("/moderation/");
            String form = "#" + item + " .item-acts";
            String path = act.equals("declined")
                    ? "/moderation/edits/" + item.replaceAll("\\D", "") + "/decline"
                    : "/moderation/items/" + item.replaceAll("\\D", "") + "/decide";
            Map<String, String> fields = new HashMap<>(decider.fieldsOf(form));
            fields.putAll(Map.of("act", act, "reason", "A reason", "close", "unclear"));
            assertThat(decider.postForm(path, fields, decider.csrfToken()).status())
                    .as(item)
                    .isEqualTo(200);

            PlaywrightAssertions.assertThat(page.locator("#" + item + " .item-decision"))
                    .hasText("Decided by " + decider.nickname(), PATIENCE);
            Map<String, String> late = new HashMap<>(seen.get(item));
            late.putAll(Map.of("act", act, "reason", "Another reason", "close", "unclear"));
            Visitor.Reply second = watcher.postForm(path, late, token);
            assertThat(second.status()).as(item).isEqualTo(409);
            assertThat(second.body()).as(item).contains(decider.nickname() + " has decided");
        });
        assertThat(checks)
                .as("the page did not ask; the decisions were sent to it")
                .isEmpty();
    }

    /** The requests for missed decisions from now on. Those of the page's start have ended. */
    private static List<String> checks(Page page) {
        page.evaluate("0"); // its scripts have seen the subscription
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().matches(".*/moderation/count.*")) {
                asked.add(request.url());
            }
        });
        return asked;
    }

    @Test
    void numberCountsSuggestedEdits() {
        Page page = browsers.of(watcher, "/tags/");
        awaitNumber(page);
        int before = number();
        long edit = suggested();
        assertThat(number()).isGreaterThan(before);
        awaitNumber(page);

        decider.get("/moderation/edits/" + edit + "/");
        decider.submit(".suggestion-decline", Map.of("reason", "No"));
        awaitNumber(page);
    }

    private int number() {
        String count = decider.get("/moderation/count").body();
        return Integer.parseInt(count.replaceAll("(?s).*\"waiting\":(\\d+).*", "$1"));
    }

    private void awaitNumber(Page page) {
        page.waitForCondition(
                () -> page.locator(".waiting-count").textContent().equals(String.valueOf(number())),
                new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    private long suggested() {
        author.get("/question/" + question + "/edit/");
        author.submit("form:has(textarea[name=text])", Map.of("text", "Only one of two."));
        return testDatabase.of("SELECT MAX(id) FROM edit_suggestion WHERE question_id = ?", question);
    }

    /** The ids of the items on the page, with the act that decides each. */
    private Map<String, String> items() {
        Map<String, String> items = new LinkedHashMap<>();
        long answer = author.answer(question, "An answer to report");
        items.put("item-" + reported("answer", answer), "dismissed");
        long other = author.ask("Which question is reported?", "This one is.", "review");
        items.put("item-" + reported("question", other), "closed");
        author.postForm("/question/" + question + "/comments", Map.of("text", "A bad comment"), author.csrfToken());
        long comment = testDatabase.of("SELECT MAX(id) FROM comment WHERE question_id = ?", question);
        items.put("item-" + reported("comment", comment), "deleted");
        items.put("edit-" + suggested(), "declined");
        Visitor newcomer = Visitor.member("twoNewcomer");
        newcomer.answer(question, "The first post of a member");
        String ofFirst = "SELECT MAX(id) FROM review_item WHERE first_post = 1 AND decided = 0 AND question_id = ?";
        await().untilAsserted(
                        () -> assertThat(testDatabase.of(ofFirst, question)).isPositive());
        items.put("item-" + testDatabase.of(ofFirst, question), "deleted");
        try (ChangedSetting held = new ChangedSetting(SettingKeys.HELD_WORDS, "casino", testDatabase, settings)) {
            newcomer.postForm(
                    "/question/" + question + "/comments", Map.of("text", "To the casino"), newcomer.csrfToken());
        }
        items.put("item-" + testDatabase.of("SELECT MAX(id) FROM review_item WHERE post_kind = 'held'"), "published");
        return items;
    }

    private long reported(String kind, long id) {
        asker.get("/" + kind + "/" + id + "/report");
        asker.submit("form[action$=/report]", Map.of("reason", "spam", "note", ""));
        return testDatabase.of(
                "SELECT id FROM review_item WHERE post_kind = '" + kind + "' AND decided = 0 AND post_id = ?", id);
    }
}
