package askme.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exceptions of the mail client for replies on a real connection are permanent or temporary failures. */
class SmtpSenderTest {

    private static final Vertx VERTX = Vertx.vertx();

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
    void invalidAddressIsNotRetried() {
        assertThat(SmtpSender.isPermanent(
                        new IllegalArgumentException("Unable to send an email, an email address is invalid")))
                .isTrue();
    }

    private static Throwable answeredBy(String command, String reply) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(command, reply)) {
            return sendTo(server.port(), "a@example.org");
        }
    }

    private static Throwable sendTo(int port, String to) {
        MailClient client = MailClient.create(
                VERTX, new MailConfig().setHostname("127.0.0.1").setPort(port));
        MailMessage mail = new MailMessage("askme@localhost", to, "Subject", "Text");
        Throwable thrown = catchThrowable(() ->
                client.sendMail(mail).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertThat(thrown).isNotNull();
        client.close();
        return thrown.getCause();
    }
}
