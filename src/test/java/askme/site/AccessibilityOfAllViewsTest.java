package askme.site;

import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.ChangedSetting;
import askme.support.Visitor;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same pages, all examined, and in further windows: a small phone, a tablet and a wide screen, light and dark. And more pages of moderators. */
@QuarkusTest
@Tag("full")
@Tag("views")
class AccessibilityOfAllViewsTest extends AccessiblePages {

    @Inject
    Settings settings;

    @Override
    List<View> views() {
        return List.of(
                new View(1280, ColorScheme.LIGHT),
                new View(1280, ColorScheme.DARK),
                new View(390, ColorScheme.LIGHT),
                new View(390, ColorScheme.DARK),
                new View(320, ColorScheme.LIGHT),
                new View(768, ColorScheme.DARK),
                new View(1920, ColorScheme.LIGHT));
    }

    @Test
    void pagesOfModerationAreAccessible() throws IOException {
        Visitor newcomer = Visitor.member("heldMember");
        try (ChangedSetting held = new ChangedSetting(SettingKeys.HELD_WORDS, "casino", testDatabase, settings)) {
            newcomer.get("/question/" + question + "/");
            newcomer.submit("form[action*='/answers#']", Map.of("text", "Look at `the casino`"));
        }
        long post = testDatabase.of("SELECT MAX(id) FROM held_post");
        newcomer.get("/answer/" + answer + "/report");
        newcomer.submit("form[action$=/report]", Map.of("reason", "spam", "note", "An advertisement"));
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", bob.nickname());
        Visitor moderator = Visitor.guest().signIn(bob.nickname());
        moderator.post(
                "/tag/access/edit",
                Map.of("description", "Pages for all", "text", "A *text*", "csrf-token", moderator.csrfToken()));
        moderator.post(
                "/question/" + question + "/lock", Map.of("reason", "Heat", "csrf-token", moderator.csrfToken()));
        String thread = "/question/" + question + "/";
        lookAt(
                newcomer,
                Stop.at("/held/"),
                Stop.at("/held/" + post),
                Stop.at(thread),
                Stop.at("/comment/" + comment + "/report"));
        lookAt(
                moderator,
                Stop.at(thread),
                Stop.at("/held/" + post),
                Stop.at("/moderation/"),
                Stop.at("/moderation/?of=decided"),
                Stop.at("/tag/access/about/"),
                Stop.at("/tag/access/revisions/"),
                Stop.at("/admin/mails/"),
                Stop.at("/admin/members/?role=moderator"),
                Stop.at("/answer/" + answer + "/lock"),
                Stop.at("/about/"),
                Stop.at("/rules/"),
                Stop.at("/privacy/"),
                Stop.at("/contact/"));
        try (ChangedSetting members = new ChangedSetting(SettingKeys.READERS, "members", testDatabase, settings)) {
            lookAt(Visitor.guest(), Stop.at("/"), Stop.at("/about/"), Stop.at("/signup/"));
        }
    }
}
