package askme.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.impl.MailClientImpl;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The client of Quarkus' configuration, with time limits. If the server does not reply in time, the client closes the connection,
 * so that it does not stay in use permanently.
 *
 * <p>Work-around: Quarkus has no key for the limit of a reply ({@code quarkus.mailer.timeout} only ends the wait of the mailer)
 * and does not show the configuration of its client. No upstream issue found on 2026-11-27. Remove this class when there is such a
 * key.
 */
@RegisterForReflection(targets = MailClientImpl.class, methods = false)
final class SmtpClient {

    private static final int CONNECT_MS = 3_000;

    private SmtpClient() {}

    /** A client with the same configuration as {@code configured}. */
    static MailClient withLimit(MailClient configured, Vertx vertx, Duration reply) {
        return MailClient.create(vertx, limited(configurationOf(configured), reply));
    }

    static io.vertx.ext.mail.MailConfig limited(io.vertx.ext.mail.MailConfig configuration, Duration reply) {
        io.vertx.ext.mail.MailConfig limited = new io.vertx.ext.mail.MailConfig(configuration);
        limited.setConnectTimeout(CONNECT_MS);
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setReadIdleTimeout((int) reply.toMillis());
        return limited;
    }

    private static io.vertx.ext.mail.MailConfig configurationOf(MailClient client) {
        try {
            Field field = MailClientImpl.class.getDeclaredField("config");
            field.setAccessible(true);
            return (io.vertx.ext.mail.MailConfig) field.get(client);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the configuration of the mail client cannot be read", e);
        }
    }
}
