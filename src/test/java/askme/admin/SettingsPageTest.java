package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.jobs.PeriodicTask;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators give the site its own name, look and rules. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class SettingsPageTest {

    private static final String PAGE = "/admin/settings/";

    @Inject
    Settings settings;

    @Inject
    @All
    List<PeriodicTask> tasks;

    @Inject
    TestDatabase testDatabase;

    private Visitor chief;

    @BeforeEach
    void administrator() {
        chief = Visitor.member("settingsChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
    }

    /** Other tests expect the defaults. */
    @AfterEach
    void forget() {
        testDatabase.change("DELETE FROM setting");
        raise();
        settings.refresh();
    }

    private void raise() {
        testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
    }

    private Visitor.Reply save(String section, Map<String, String> typed) {
        chief.get(PAGE);
        return chief.submit("form[action='/admin/settings/" + section + "']", typed);
    }

    @Test
    void nameIsOnEveryPageAtOnce() {
        Visitor guest = Visitor.guest();
        assertThat(guest.get("/").page().title()).endsWith(" · AskMe");

        Visitor.Reply saved =
                save("site", Map.of("site.name", "Gardeners & Co", "site.tagline.en", "Ask about plants"));

        assertThat(saved.url()).endsWith("/admin/settings/#site");
        assertThat(saved.page().select(".flash").text()).contains("Saved.");
        long question = chief.ask("How deep do roses root here?", "Text about roses", "roses");
        chief.answer(question, "Deep");
        for (String path : List.of(
                "/",
                "/hot/",
                "/active/",
                "/unanswered/",
                "/tags/",
                "/members/",
                "/tag/roses/",
                "/search/?q=roses",
                "/login/",
                "/signup/",
                "/login/forgotten/",
                "/nowhere/",
                "/question/" + question + "/",
                "/member/" + chief.nickname() + "/",
                "/feed.atom",
                "/opensearch.xml",
                "/site.webmanifest")) {
            for (String language : List.of("en", "ru")) {
                Visitor.Reply reply = Visitor.guest().speaking(language).get(path);
                assertThat(reply.body())
                        .as(path + " " + language)
                        .doesNotContain("AskMe")
                        .contains("Gardeners");
            }
        }
        for (String path : List.of(
                PAGE,
                "/admin/",
                "/admin/invitations/",
                "/admin/jobs/",
                "/admin/mails/",
                "/ask/",
                "/profile/edit/",
                "/notifications/")) {
            assertThat(chief.get(path).body()).as(path).doesNotContain("AskMe").contains("Gardeners");
        }
        for (var mail : chief.get("/admin/mails/").page().select(".mail-list a")) {
            assertThat(chief.get(mail.attr("href")).body())
                    .as(mail.attr("href"))
                    .doesNotContain("AskMe");
            assertThat(chief.get(mail.attr("href") + "/html").body())
                    .doesNotContain("AskMe")
                    .contains("Gardeners &amp; Co");
        }
        assertThat(guest.get("/").page().select(".site-footer").text()).contains("Ask about plants");
    }

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
    void colourAndPicturesChangeTheLook() throws IOException {
        save("look", Map.of("look.colour", "#AA3355"));
        var page = Visitor.guest().get("/").page();
        String style = page.select("link[rel=stylesheet]").last().attr("href");
        assertThat(style).isEqualTo("/look/style/aa3355");
        Visitor.Reply css = Visitor.guest().get(style);
        assertThat(css.header("Cache-Control")).contains("immutable");
        assertThat(css.body()).contains("--brand:var(--light, #aa3355)");
        assertThat(Visitor.guest()
                        .get(page.select("link[rel=icon]").attr("href"))
                        .body())
                .contains("#aa3355");
        assertThat(Visitor.guest()
                        .get(page.select("link[rel=apple-touch-icon]").attr("href"))
                        .status())
                .isEqualTo(200);
        assertThat(Visitor.guest().get("/look/icon/123456/512").status()).isEqualTo(404);
        assertThat(Visitor.guest().get("/look/style/xyz").status()).isEqualTo(404);

        chief.get(PAGE);
        chief.submitWithFile("form[action$=pictures]", Map.of(), "logo", "logo.png", picture(900, 300));
        page = Visitor.guest().get("/").page();
        String logo = page.select(".brand img").attr("src");
        assertThat(page.select(".brand img").attr("alt")).isEqualTo("AskMe");
        assertThat(Visitor.guest().get(logo).header("Content-Type")).isEqualTo("image/png");

        chief.get(PAGE);
        Visitor.Reply refused =
                chief.submitWithFile("form[action$=pictures]", Map.of(), "icon", "icon.svg", "<svg/>".getBytes());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#icon-error").text()).contains("damaged or is not");

        chief.get(PAGE);
        chief.submit("form[action$=pictures]", Map.of("remove", "logo"));
        assertThat(Visitor.guest().get(logo).status()).isEqualTo(404);
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillRect(0, 0, width / 2, height);
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
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

    @Test
    void joiningFollowsTheSettings() {
        save("joining", Map.of("join.who", "domains", "join.domains", "garden.example"));
        Visitor stranger = Visitor.guest();
        stranger.get("/signup/");
        assertThat(signUp(stranger, "stranger@example.org")
                        .page()
                        .select("#email-error")
                        .text())
                .contains("certain domains");
        assertThat(signUp(Visitor.guest(), "gardener@garden.example").status()).isEqualTo(200);

        save("joining", Map.of("join.who", "nobody"));
        assertThat(Visitor.guest().get("/signup/").page().select("form:has([name=passwordAgain])"))
                .isEmpty();

        save("joining", Map.of("join.who", "invitation"));
        chief.get("/admin/invitations/");
        String link = chief.submit("form:has([name=days])", Map.of("note", "For Bob", "most", "1"))
                .page()
                .select("#link")
                .attr("value");
        Visitor bob = Visitor.guest();
        bob.get(link.substring(link.indexOf("/signup")));
        Visitor late = Visitor.guest();
        late.get(link.substring(link.indexOf("/signup")));
        assertThat(signUpHere(bob, "bob").status()).isEqualTo(200);
        assertThat(signUpHere(late, "late").page().select("#email-error").text())
                .contains("by invitation");
        assertThat(Visitor.guest().get("/signup/").page().select(".alert").text())
                .contains("by invitation");
        assertThat(chief.get("/admin/invitations/")
                        .page()
                        .select("[data-invitation]")
                        .text())
                .contains("For Bob", "1 of 1");
        chief.submit("form[action$=/end]", Map.of());
        assertThat(chief.get("/admin/invitations/").page().select("[data-invitation]"))
                .isEmpty();

        assertThat(chief.post("/admin/invitations/", Map.of("csrf-token", chief.csrfToken(), "days", "0", "most", "x"))
                        .status())
                .isEqualTo(422);
    }

    private Visitor.Reply signUp(Visitor guest, String email) {
        guest.get("/signup/");
        return send(guest, email);
    }

    private Visitor.Reply signUpHere(Visitor guest, String name) {
        return send(guest, Visitor.unique(name) + "@example.org");
    }

    private static Visitor.Reply send(Visitor guest, String email) {
        return guest.submit(
                "form:has([name=passwordAgain])",
                Map.of(
                        "email",
                        email,
                        "nickname",
                        Visitor.unique("joiner"),
                        "password",
                        Visitor.PASSWORD,
                        "passwordAgain",
                        Visitor.PASSWORD));
    }

    @Test
    void overviewShowsTheFigures() throws Exception {
        long question = chief.ask("How many posts has a new day?", "Text", "figures");
        chief.answer(question, "One more");
        tasks.stream()
                .filter(task -> task.name().equals("figures"))
                .findFirst()
                .orElseThrow()
                .run();

        var page = chief.get("/admin/").page();
        assertThat(Long.parseLong(page.select("[data-figure=answers]").text())).isPositive();
        assertThat(page.select("svg.day-chart rect")).hasSize(180);
        assertThat(page.select("table tbody tr")).hasSize(90);
        assertThat(page.select("table tbody tr").last().select("td").first().text())
                .isNotEqualTo("0");
        assertThat(page.text()).contains("within an hour");
    }
}
