package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private final MessageIds ids = new MessageIds(URI.create("https://ask.example.org:8443/qa"));

    @Test
    void messageIdOfAJobIsStable() {
        assertThat(ids.ofJob("0190-ab")).isEqualTo("<job.0190-ab@ask.example.org>");
    }

    @Test
    void jobIdCannotEndTheHeader() {
        assertThat(ids.ofJob("a>\r\nBcc: b@c")).isEqualTo("<job.a---Bcc--b-c@ask.example.org>");
    }

    @Test
    void mailsAboutAQuestionShareOneRoot() {
        assertThat(ids.ofQuestion(33)).isEqualTo("<question.33@ask.example.org>");
    }
}
