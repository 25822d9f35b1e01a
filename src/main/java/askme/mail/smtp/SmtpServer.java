package askme.mail.smtp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.TrustAllTrustManager;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.ext.mail.impl.MailClientImpl;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * The SMTP server of the keys {@code quarkus.mailer.*}, and how a connection to it begins.
 *
 * <p>Work-around: Quarkus does not show the configuration of its mail client, so it is read from the client. No upstream issue found on
 * 2026-11-27.
 */
@RegisterForReflection(
        targets = MailClientImpl.class,
        methods = false,
        // Angus loads them as services; a class of the service's file that is missing would be an error.
        classNames = {
            "org.eclipse.angus.mail.imap.IMAPProvider",
            "org.eclipse.angus.mail.imap.IMAPSSLProvider",
            "org.eclipse.angus.mail.pop3.POP3Provider",
            "org.eclipse.angus.mail.pop3.POP3SSLProvider",
            "org.eclipse.angus.mail.smtp.SMTPProvider",
            "org.eclipse.angus.mail.smtp.SMTPSSLProvider",
            "org.eclipse.angus.mail.util.MailStreamProvider"
        })
final class SmtpServer {

    private static final int CONNECT_MS = 3_000;

    private final MailConfig config;
    private final int replyMs;
    private final SSLSocketFactory tls;
    private final Session session;

    /** @param reply how long the server may take for one reply */
    SmtpServer(MailConfig config, Vertx vertx, Duration reply) {
        this.config = config;
        this.replyMs = (int) reply.toMillis();
        this.tls = tls(config, vertx);
        this.session = session(config, tls);
    }

    /** The configuration that Quarkus gave {@code client}. */
    static MailConfig configurationOf(MailClient client) {
        try {
            Field field = MailClientImpl.class.getDeclaredField("config");
            field.setAccessible(true);
            return (MailConfig) field.get(client);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the configuration of the mail client cannot be read", e);
        }
    }

    MailConfig config() {
        return config;
    }

    Session session() {
        return session;
    }

    /** An open connection without TLS. A read from it fails after the limit for a reply. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(replyMs);
            socket.connect(new InetSocketAddress(config.getHostname(), config.getPort()), CONNECT_MS);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** {@code plain}, or TLS on it if the server expects TLS from the first byte (RFC 8314, 3.3). */
    Socket secured(Socket plain) throws IOException {
        if (!config.isSsl()) {
            return plain;
        }
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, config.getHostname(), config.getPort(), true);
        if (!config.isTrustAll()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    private static Session session(MailConfig config, SSLSocketFactory tls) {
        boolean signsIn = config.getLogin() != LoginOption.DISABLED && config.getUsername() != null;
        Properties keys = new Properties();
        keys.setProperty("mail.smtp.host", config.getHostname());
        keys.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        keys.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(config.getStarttls() != StartTLSOptions.DISABLED));
        keys.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(config.getStarttls() == StartTLSOptions.REQUIRED));
        keys.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(!config.isTrustAll()));
        keys.put("mail.smtp.ssl.socketFactory", tls);
        keys.setProperty("mail.smtp.quitwait", "false"); // A silent server must not delay the next mail.
        if (config.getOwnHostname() != null) {
            keys.setProperty("mail.smtp.localhost", config.getOwnHostname());
        }
        if (config.getAuthMethods() != null) {
            keys.setProperty("mail.smtp.auth.mechanisms", config.getAuthMethods());
        }
        if (!signsIn) {
            return Session.getInstance(keys);
        }
        keys.setProperty("mail.smtp.user", config.getUsername());
        return Session.getInstance(keys, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(config.getUsername(), config.getPassword());
            }
        });
    }

    private static SSLSocketFactory tls(MailConfig config, Vertx vertx) {
        try {
            KeyManager[] ours = config.getKeyCertOptions() == null
                    ? null
                    : config.getKeyCertOptions().getKeyManagerFactory(vertx).getKeyManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(ours, trusted(config, vertx), null);
            return context.getSocketFactory();
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.mailer: the keys for TLS cannot be used", e);
        }
    }

    /** Null means the authorities that Java trusts. */
    private static TrustManager[] trusted(MailConfig config, Vertx vertx) throws Exception {
        if (config.isTrustAll()) {
            return new TrustManager[] {TrustAllTrustManager.INSTANCE};
        }
        return config.getTrustOptions() == null
                ? null
                : config.getTrustOptions().getTrustManagerFactory(vertx).getTrustManagers();
    }
}
