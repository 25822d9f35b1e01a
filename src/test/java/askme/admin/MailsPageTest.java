package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.notification.NotificationKind;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class MailsPageTest {

    @Inject
    TestDatabase database;

    @Test
    void everyMailIsShownInEachLanguage() {
        Visitor admin = admin();
        Reply list = admin.get("/admin/mails/");
        List<String> links = list.page().select("[data-mail] a").eachAttr("href");
        assertThat(list.page().select("[data-mail]").eachAttr("data-mail"))
                .contains(
                        "answer",
                        "answers",
                        "password-reset",
                        "test",
                        "notice-several",
                        "notice-digest-daily",
                        "webhook-off",
                        "way-passkey-added");
        for (NotificationKind kind : NotificationKind.values()) {
            assertThat(links).contains("/admin/mails/notice-" + kind.stored() + "/en");
        }
        List<String> empty = new ArrayList<>();
        for (String link : links) {
            Reply html = admin.get(link + "/html");
            assertThat(html.status()).as(link).isEqualTo(200);
            if (html.page().text().isBlank()) {
                empty.add(link);
            }
        }
        assertThat(empty).isEmpty();
    }

    @Test
    void mailIsADocumentWithoutRightsInAFrame() {
        Visitor admin = admin();
        Reply page = admin.get("/admin/mails/answer/ru");
        assertThat(page.page().select("pre").text()).contains("Здравствуйте");
        assertThat(page.header("Content-Security-Policy")).contains("frame-src 'self'", "style-src 'self'");
        Reply mail = admin.get(page.page().select("iframe[sandbox]").attr("src"));
        assertThat(mail.header("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
        assertThat(mail.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(mail.page().select(".post pre[style] code")).isNotEmpty();
        assertThat(admin.get("/admin/mails/nothing/en").status()).isEqualTo(404);
        assertThat(admin.get("/admin/mails/answer/xx").status()).isEqualTo(404);
    }

    @Test
    void othersGet404() {
        for (Visitor other : new Visitor[] {Visitor.guest(), Visitor.member("other")}) {
            for (String path :
                    new String[] {"/admin/mails/", "/admin/mails/answer/en", "/admin/mails/answer/en/html"}) {
                assertThat(other.get(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    private Visitor admin() {
        String nickname = Visitor.member("mailBoss").nickname();
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
        return Visitor.guest().signIn(nickname);
    }
}
