package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.settings.SettingKeys;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators change the settings of the site. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class SettingsPageTest extends SettingsScene {

    @Test
    void wrongValueIsShownBesideItsField() {
        Visitor.Reply reply = save("privileges", Map.of("privilege.vote", "many", "privilege.comment", "7"));

        assertThat(reply.status()).isEqualTo(422);
        var field = reply.page().selectFirst("[data-setting='privilege.vote']");
        assertThat(field.selectFirst("input").attr("value")).isEqualTo("many");
        assertThat(field.select(".invalid-feedback").text()).isEqualTo("Type a whole number from 0 to 1000000.");
        assertThat(reply.page()
                        .selectFirst("[data-setting='privilege.comment'] input")
                        .attr("value"))
                .isEqualTo("7");
        assertThat(settings.get(SettingKeys.COMMENT)).isZero();
    }

    @Test
    void changeOfAnotherProcessArrives() {
        testDatabase.change(
                "INSERT INTO setting (name, language, value, changed_at) VALUES ('close.votes', '', '9', UTC_TIMESTAMP(6))");
        raise();
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(settings.get(SettingKeys.CLOSE_VOTES))
                .isEqualTo(9));
    }

    @Test
    void changeIsLogged() {
        save("closing", Map.of("close.votes", "4", "close.reasons", "Homework\nShopping"));

        assertThat(settings.get(SettingKeys.CLOSE_REASONS)).containsExactly("Homework", "Shopping");
        assertThat(testDatabase
                        .texts("SELECT reason FROM moderation_log WHERE act = 'setting' ORDER BY id DESC LIMIT 1")
                        .get(0))
                .isEqualTo("close.votes: 3 → 4; close.reasons: – → Homework,Shopping");
    }

    @Test
    void othersFindNoSettings() {
        Visitor member = Visitor.member("curious");
        for (String path : List.of(PAGE, "/admin/", "/admin/invitations/")) {
            assertThat(Visitor.guest().get(path).status()).as(path).isEqualTo(404);
            assertThat(member.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(member.post(PAGE + "site", Map.of("csrf-token", member.csrfToken(), "site.name", "Mine"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesAboutTheSiteExistWhenWritten() {
        assertThat(Visitor.guest().get("/rules/").status()).isEqualTo(404);
        save("texts", Map.of("text.rules.en", "# Be kind\n\n<script>alert(1)</script>"));

        Visitor.Reply rules = Visitor.guest().get("/rules/");
        assertThat(rules.page().select(".about-page").text()).contains("Be kind");
        assertThat(rules.page().select("main script")).isEmpty();
        assertThat(Visitor.guest().speaking("ru").get("/rules/").status()).isEqualTo(200);
        assertThat(Visitor.guest()
                        .get("/")
                        .page()
                        .select(".site-footer a[href='/rules/']")
                        .text())
                .isEqualTo("Rules");
        assertThat(Visitor.guest().get("/").page().select(".site-footer a[href='/about/']"))
                .isEmpty();
    }

    @Test
    void languagesFollowTheSettings() {
        save("languages", Map.of("language.default", "ru"));
        assertThat(Visitor.guest()
                        .speaking("de")
                        .get("/")
                        .page()
                        .selectFirst("html")
                        .attr("lang"))
                .isEqualTo("ru");
        assertThat(Visitor.guest().get("/").page().selectFirst("html").attr("lang"))
                .isEqualTo("en");

        save("languages", Map.of("language.en", "false"));
        var page = Visitor.guest().get("/").page();
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ru");
        assertThat(page.select("a[hreflang=en]")).isEmpty();
        assertThat(Visitor.guest().get("/language/en").status()).isEqualTo(404);
    }
}
