package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exceptions of the mail client for replies on a real connection are permanent or temporary failures. */
class SmtpSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 no such user", "RCPT,553 not here", "DATA,554 spam", "MAIL,552 too large"})
    void permanentRefusalIsNotRetried(String command, String reply) throws IOException {
        assertThat(SmtpSender.isPermanent(answeredBy(command, reply))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 5.1.1 no such user", "RCPT,553 not here", "RCPT,551 moved"})
    void refusedAddressCounts(String command, String reply) throws IOException {
        assertThat(SmtpSender.refusesRecipient(answeredBy(command, reply))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,450 4.1.1 try later",
        "RCPT,550 5.7.1 relaying denied",
        "RCPT,552 mailbox full",
        "MAIL,550 bad sender",
        "DATA,554 spam"
    })
    void otherRefusalsSayNothingAboutTheAddress(String command, String reply) throws IOException {
        assertThat(SmtpSender.refusesRecipient(answeredBy(command, reply))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RCPT,450 greylisted", "RCPT,452 mailbox full", "DATA,451 try later", "MAIL,421 closing"})
    void temporaryRefusalIsRetried(String command, String reply) throws IOException {
        assertThat(SmtpSender.isPermanent(answeredBy(command, reply))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MAIL,530 authentication required", "MAIL,535 bad credentials"})
    void refusalOfOurAccountIsRetried(String command, String reply) throws IOException {
        assertThat(SmtpSender.isPermanent(answeredBy(command, reply))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MAIL,500 command not recognized", "RCPT,503 bad sequence of commands", "DATA,503 RCPT required"})
    void commandErrorIsRetried(String command, String reply) throws IOException {
        assertThat(SmtpSender.isPermanent(answeredBy(command, reply))).isFalse();
    }

    @Test
    void missingConnectionIsRetried() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(SmtpSender.isPermanent(sendTo(free, "a@example.org"))).isFalse();
    }

    @Test
    void invalidAddressIsNotRetried() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp("NOTHING", "250 fine")) {
            assertThat(SmtpSender.isPermanent(sendTo(server.port(), "a@@example.org")))
                    .isTrue();
        }
    }

    private static Throwable answeredBy(String command, String reply) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(command, reply)) {
            return sendTo(server.port(), "a@example.org");
        }
    }

    private static Throwable sendTo(int port, String to) {
        MailMessage mail = new MailMessage("askme@localhost", to, "Subject", "Text");
        MailConfig config = new MailConfig().setHostname("127.0.0.1").setPort(port);
        try (SmtpClient client = new SmtpClient(config, VERTX, LIMIT, LIMIT)) {
            Throwable thrown = catchThrowable(() -> client.send(mail));
            assertThat(thrown).isNotNull();
            return thrown;
        }
    }
}
