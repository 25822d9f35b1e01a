package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.answer.AnswerPosted;
import askme.jobs.Job;
import askme.jobs.queue.Outbox;
import askme.support.Inbox;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class MailTest {

    @Inject
    MailNewAnswer handler;

    @Inject
    Outbox outbox;

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;

    @BeforeEach
    void meet() {
        ann = Visitor.member("mailAnn");
        bob = Visitor.member("mailBob");
    }

    @Test
    void askerReceivesTextAndHtmlWithLinkToAnswer() {
        long question = ann.ask("Does mail come?", "I wonder", "");
        long answer = bob.answer(question, "It **does**, <b>really</b> & soon");
        Inbox.Mail mail = only(mails(ann, 1));
        assertThat(mail.subject()).isEqualTo("New answer: Does mail come?");
        assertThat(mail.text()).contains("Hello " + ann.nickname(), bob.nickname(), "Does mail come?", "It **does**");
        String link = Jsoup.parse(mail.html()).select("a.button").attr("href");
        assertThat(mail.text()).contains(link);
        assertThat(mail.html()).doesNotContain("<b>really").contains("It <strong>does</strong>");
        assertThat(mail.header("Cc")).as("RFC 5322 allows no empty Cc").isNull();
        Visitor.Reply landed = Visitor.guest().get(link);
        assertThat(landed.status()).isEqualTo(200);
        assertThat(URI.create(landed.url()).getFragment()).isEqualTo("answer-" + answer);
        assertThat(landed.page().select("article#answer-" + answer)).hasSize(1);
    }

    @Test
    void mailShowsCodeAndListsAsTheSiteDoes() {
        long question = ann.ask("How is it written?", "As code and lists", "");
        String answer = "- one\n- two\n\n```java\nint x;\n\tint y;\n```\n\n> quoted";
        bob.answer(question, answer);
        Inbox.Mail mail = only(mails(ann, 1));
        assertThat(mail.text().replace("\r\n", "\n")).contains(answer);
        var html = Jsoup.parse(mail.html());
        assertThat(html.select(".post li").eachText()).containsExactly("one", "two");
        assertThat(html.select(".post pre code").first().wholeText().replace("\r\n", "\n"))
                .isEqualTo("int x;\n\tint y;\n");
        assertThat(html.select(".post blockquote").text()).isEqualTo("quoted");
    }

    @Test
    void onlyAnswersOfOthersToOwnQuestionsAreMailed() {
        long question = ann.ask("Do I mail myself?", "No", "");
        ann.answer(question, "My own answer");
        bob.answer(question, "Somebody else's");
        assertThat(only(mails(ann, 1)).text()).contains("Somebody else's");
        assertThat(Inbox.of(bob.email())).isEmpty();
    }

    @Test
    void titleCannotAddAHeader() {
        long question = ann.ask("Hello\r\nBcc: victim@example.org\r\n\r\nBody", "Evil", "");
        bob.answer(question, "An answer");
        Inbox.Mail mail = only(mails(ann, 1));
        assertThat(mail.subject()).isEqualTo("New answer: Hello Bcc: victim@example.org Body");
        assertThat(mail.header("Bcc")).isNull();
        assertThat(Inbox.of("victim@example.org")).isEmpty();
    }

    @Test
    void longTitleInAnyScriptArrivesComplete() {
        String title =
                "Отчего дороги не ведут в Рим 🙂? ".repeat(4).substring(0, 119).strip();
        long question = ann.ask(title, "Вопрос", "");
        bob.answer(question, "Ответ: «потому» 🙂");
        Inbox.Mail mail = only(mails(ann, 1));
        assertThat(mail.subject()).isEqualTo("New answer: " + title);
        assertThat(mail.text()).contains("Ответ: «потому» 🙂");
        assertThat(Jsoup.parse(mail.html()).text()).contains("Ответ: «потому» 🙂");
    }

    @Test
    void mailsAboutAQuestionFormAThread() {
        long question = ann.ask("How many answers?", "Two", "");
        bob.answer(question, "One");
        bob.answer(question, "Two");
        List<Inbox.Mail> two = mails(ann, 2);
        assertThat(two).extracting(m -> m.header("Message-ID")).doesNotHaveDuplicates();
        assertThat(two).extracting(m -> m.header("References")).containsOnly("<question." + question + "@localhost>");
        assertThat(two)
                .allSatisfy(m -> assertThat(m.header("In-Reply-To")).isEqualTo(m.header("References")))
                .allSatisfy(m -> assertThat(m.header("Auto-Submitted")).isEqualTo("auto-generated"))
                .allSatisfy(m -> assertThat(m.header("List-Id")).contains("<answers.localhost>"));
    }

    @Test
    void mailUsesTheLanguageOfItsRecipient() {
        Visitor olga = Visitor.guest().speaking("ru").signUp(Visitor.unique("olga"));
        bob.answer(olga.ask("Как дела?", "Как?", ""), "Fine");
        Inbox.Mail mail = only(mails(olga, 1));
        assertThat(mail.subject()).isEqualTo("Новый ответ: Как дела?");
        assertThat(mail.text()).contains("Здравствуйте, " + olga.nickname());
        assertThat(mail.header("Content-Language")).isEqualTo("ru");
    }

    @Test
    void repeatedJobAndDeletedAnswerSendNoMail() {
        long question = ann.ask("Twice?", "No", "");
        long answer = bob.answer(question, "Once");
        mails(ann, 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> testDatabase.of("SELECT COUNT(*) FROM mail_sent WHERE answer_id = ?", answer) == 1);
        Job again = new Job("again", handler.name(), handler.queue(), 1, 2, Instant.EPOCH);
        handler.handle(new AnswerPosted(answer, question), again);
        handler.handle(new AnswerPosted(Long.MAX_VALUE, question), again);
        assertThat(Inbox.of(ann.email())).hasSize(1);
    }

    @Test
    void testMailIsSentThroughTheQueue() {
        String address = Visitor.unique("operator") + "@example.org";
        QuarkusTransaction.requiringNew().run(() -> outbox.record(new TestMailRequested(address)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Inbox.of(address)).hasSize(1));
        assertThat(Inbox.of(address).get(0).subject()).contains("Test mail");
    }

    private static List<Inbox.Mail> mails(Visitor of, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Inbox.of(of.email())).hasSize(count));
        return Inbox.of(of.email());
    }

    private static Inbox.Mail only(List<Inbox.Mail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
