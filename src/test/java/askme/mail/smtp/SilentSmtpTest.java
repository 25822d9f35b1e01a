package askme.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.resilience.PartUnavailable;
import askme.resilience.Parts;
import askme.support.FaultProxy;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server or a firewall that goes silent keeps no connection: mail is sent as soon as it is well. */
class SilentSmtpTest {

    private static final Duration REPLY = Duration.ofMillis(300);
    private static final int POOL = 2;
    private static final Duration MAIL = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private ScriptedSmtp server;
    private FaultProxy proxy;
    private SmtpSender sender;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtp("NOTHING", "250 fine");
        proxy = FaultProxy.before("127.0.0.1", server.port());
        MailConfig config =
                new MailConfig().setHostname("127.0.0.1").setPort(proxy.port()).setMaxPoolSize(POOL);
        sender = new SmtpSender(new SmtpClient(config, vertx, REPLY, MAIL), new Parts(Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        proxy.close();
        server.close();
        vertx.close();
    }

    @Test
    void silenceAfterDataKeepsNoConnection() {
        try (FaultProxy.Active fault = proxy.beginSilenceAfter("354")) {
            for (int i = 0; i < 3 * POOL; i++) {
                assertThatThrownBy(this::send).isInstanceOf(PartUnavailable.class);
            }
        }
        send();
        assertThat(proxy.connections()).isLessThanOrEqualTo(POOL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "SWALLOWING", "REFUSING"})
    void mailIsSentAfterTheFault(FaultProxy.Fault fault) {
        send();
        try (FaultProxy.Active active = proxy.begin(fault)) {
            for (int i = 0; i < 2 * POOL; i++) {
                assertThatThrownBy(this::send).isInstanceOf(PartUnavailable.class);
            }
        }
        send();
    }

    private void send() {
        sender.send(new MailMessage("askme@localhost", "a@example.org", "Subject", "Text"));
    }
}
