package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site with another name and another look. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class SiteLookTest extends SettingsScene {

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
                "/profile/",
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
}
