package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.Outage;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member who forgot the password can set a new one by mail, and nobody else can. */
@QuarkusTest
@Tag("program")
class PasswordResetTest {

    private static final String FORM = "main form";
    private static final String NEW = "staple battery correct";

    private Visitor guest;

    @BeforeEach
    void come() {
        guest = Visitor.guest();
    }

    @Test
    void linkSetsPasswordOnceAndEndsSessions() {
        Visitor ann = Visitor.member("forgetful");
        Inbox.Mail mail = only(asked(ann.nickname(), ann.email(), 1));
        assertThat(mail.subject()).isEqualTo("Reset your AskMe password");
        assertThat(mail.text()).contains("Hello " + ann.nickname(), link(mail));

        Visitor.Reply page = guest.get(link(mail));
        assertThat(page.page().select("main").text()).contains(ann.nickname());
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        Visitor.Reply weak = guest.submit(FORM, Map.of("password", "password", "passwordAgain", "other"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.page().select(".invalid-feedback").eachText()).contains("The passwords do not match.");
        Visitor.Reply done = guest.submit(FORM, Map.of("password", NEW, "passwordAgain", NEW));
        assertThat(done.page().select("[role=status]").text()).contains("Your new password is set");

        assertThat(ann.get("/profile/edit/").url()).as("signed out everywhere").contains("/login");
        assertThat(guest.submit(FORM, Map.of("login", ann.email(), "password", Visitor.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(guest.submit(FORM, Map.of("login", ann.email(), "password", NEW))
                        .status())
                .isEqualTo(200);
        assertThat(Visitor.guest().get(link(mail)).url()).as("valid once").endsWith("/login/forgotten/");
    }

    @Test
    void unknownNameGetsSameResponseAndNoMail() {
        Visitor ann = Visitor.member("known");
        String nobody = Visitor.unique("nobody") + "@example.org";
        Visitor.Reply known = ask(ann.email());
        Visitor.Reply unknown = ask(nobody);
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(unknown.page().select("[role=status]").text())
                .isEqualTo(known.page().select("[role=status]").text())
                .contains("If that account exists");
        assertThat(known.page().select("h1").text()).isEqualTo("Check your mail");
        mails(ann.email(), 1);
        assertThat(Inbox.of(nobody)).isEmpty();
    }

    @Test
    void invalidOrOutdatedLinkSetsNoPassword() {
        Visitor ann = Visitor.member("overtaken");
        List<Inbox.Mail> two = asked(ann.nickname(), ann.email(), 1);
        guest.get(link(two.get(0)));
        guest.submit(FORM, Map.of("password", NEW, "passwordAgain", NEW));
        String used = URI.create(link(two.get(0))).getPath();
        String forged = used.replaceFirst("reset/\\d+", "reset/1");
        for (String path :
                List.of(used, forged, "/login/reset/1.99999999999.x", "/login/reset/x", "/login/reset/-1.2.3")) {
            assertThat(guest.get(path).url()).as(path).endsWith("/login/forgotten/");
            guest.get("/login/forgotten/");
            Map<String, String> fields = Map.of(
                    "password", NEW,
                    "passwordAgain", NEW,
                    "csrf-token",
                            guest.last().page().select("input[name=csrf-token]").val());
            assertThat(guest.post(path, fields).url()).as(path).endsWith("/login/forgotten/");
        }
    }

    @Test
    @Tag("one-process") // Each web process has its own counter.
    void repeatedRequestsAreLimited() {
        Visitor ann = Visitor.member("flooded");
        for (int i = 0; i < 6; i++) {
            ask(ann.nickname());
        }
        ann.get("/profile/edit/");
        Visitor last = Visitor.member("after");
        ask(last.nickname());
        mails(last.email(), 1);
        assertThat(Inbox.of(ann.email())).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void mailArrivesAfterSmtpOutage() {
        Visitor ann = Visitor.member("patient");
        try (Outage mail = Outage.of(Outage.MAIL)) {
            assertThat(ask(ann.email()).status()).isEqualTo(200);
        }
        mails(ann.email(), 1);
    }

    private Visitor.Reply ask(String login) {
        guest.get("/login/forgotten/");
        return guest.submit(FORM, Map.of("login", login));
    }

    private List<Inbox.Mail> asked(String login, String email, int mails) {
        ask(login);
        return mails(email, mails);
    }

    private static List<Inbox.Mail> mails(String email, int number) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> Inbox.of(email), mails -> mails.size() == number);
    }

    private static Inbox.Mail only(List<Inbox.Mail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String link(Inbox.Mail mail) {
        return Jsoup.parse(mail.html()).select("a.button").first().attr("href");
    }
}
