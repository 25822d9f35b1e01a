package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of the mail server reach the client: TLS, certificates and sign-in. */
class SmtpServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private GreenMail server;

    @AfterEach
    void stop() {
        server.stop();
        vertx.close();
    }

    @Test
    void mailGoesOverTls() throws Exception {
        MailConfig config = start(ServerSetup.PROTOCOL_SMTPS).setSsl(true).setTrustAll(true);
        send(config);
        send(config);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void unknownCertificateIsRefused() {
        MailConfig config = start(ServerSetup.PROTOCOL_SMTPS).setSsl(true);
        assertThatThrownBy(() -> send(config)).isInstanceOf(PartUnavailable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void memberOfTheServerSendsMail() throws Exception {
        MailConfig config = start(ServerSetup.PROTOCOL_SMTP).setUsername("site").setPassword("secret");
        server.setUser("site@example.org", "site", "secret");
        send(config);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")).containsExactly("<1@example.org>");
    }

    @Test
    void wrongPasswordIsTriedAgainLater() {
        MailConfig config = start(ServerSetup.PROTOCOL_SMTP).setUsername("site").setPassword("wrong");
        server.setUser("site@example.org", "site", "secret");
        assertThatThrownBy(() -> send(config)).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void requiredTlsIsNotLeftOut() {
        MailConfig config = start(ServerSetup.PROTOCOL_SMTP).setStarttls(io.vertx.ext.mail.StartTLSOptions.REQUIRED);
        assertThatThrownBy(() -> send(config)).isInstanceOf(PartUnavailable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private MailConfig start(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        int port = (protocol.equals(ServerSetup.PROTOCOL_SMTPS) ? server.getSmtps() : server.getSmtp()).getPort();
        return new MailConfig().setHostname("127.0.0.1").setPort(port);
    }

    private void send(MailConfig config) {
        SmtpSender sender = new SmtpSender(new SmtpClient(config, vertx, LIMIT, LIMIT), new Parts(Clock.systemUTC()));
        try {
            sender.send(new MailMessage("askme@localhost", "a@example.org", "Subject", "Text")
                    .addHeader("Message-ID", "<1@example.org>"));
        } finally {
            sender.close();
        }
    }
}
