package askme.mail.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class UnsubscribeTest {

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private Inbox.Mail mail;
    private String url;

    @BeforeEach
    void sendAMail() {
        ann = Visitor.member("stopAnn");
        bob = Visitor.member("stopBob");
        question = ann.ask("Stop mailing me?", "Please", "");
        bob.answer(question, "First");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Inbox.of(ann.email())).hasSize(1));
        mail = Inbox.of(ann.email()).get(0);
        url = mail.header("List-Unsubscribe").replaceAll("[<>\\s]", "");
    }

    @Test
    void oneClickStopsMailWithoutCookieOrRedirect() throws Exception {
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", "https://mail.example.com")
                                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(wanted()).isFalse();
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        bob.answer(question, "Second");
        Visitor eve = Visitor.member("stopEve");
        bob.answer(eve.ask("A later question", "For the later mail", ""), "Third");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Inbox.of(eve.email())).hasSize(1));
        assertThat(Inbox.of(ann.email())).hasSize(1);
    }

    @Test
    void pageChangesNothingUntilItsButtonIsPressed() {
        Visitor guest = Visitor.guest();
        assertThat(guest.get(url).status()).isEqualTo(200);
        assertThat(wanted()).isTrue();
        Visitor.Reply done = guest.submit("main form", Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().select("main [role=status]").text()).contains(ann.nickname(), "These mails", "are off");
        assertThat(wanted()).isFalse();
        guest.get(done.page().select("main a[href$=undo]").attr("href"));
        assertThat(wanted()).isFalse();
        assertThat(guest.submit("main form", Map.of())
                        .page()
                        .select("main [role=status]")
                        .text())
                .contains("are on again");
        assertThat(wanted()).isTrue();
    }

    @Test
    void linkInBodyEqualsHeader() {
        assertThat(mail.text().replace("=\n", "")).contains(url);
        assertThat(mail.html()).contains(url);
    }

    @Test
    void forgedAddressIsNotFound() {
        String forged = url.replaceFirst("/unsubscribe/\\d+", "/unsubscribe/1");
        for (String path : new String[] {forged, url + "x", "/unsubscribe/x", "/unsubscribe/1."}) {
            assertThat(Visitor.guest().get(path).status()).as(path).isEqualTo(404);
            assertThat(Visitor.guest().postOnce(path, Map.of()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(wanted()).isTrue();
    }

    private boolean wanted() {
        return testDatabase.of("SELECT mail_answers + 0 FROM member WHERE nickname = ?", ann.nickname()) == 1;
    }
}
