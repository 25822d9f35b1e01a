package askme.mail.smtp;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the SMTP server (RFC 5321). A reply that does not come ends it, and so does a mail that takes too long. */
final class SmtpConnection {

    private final SmtpServer server;
    private final Vertx vertx;
    private final Duration limit;
    private final Socket socket;
    private final SMTPTransport transport;

    /**
     * Connects, and signs in if the server is configured so.
     *
     * @param limit for all of this, and again for each mail
     * @throws IOException if there is no connection
     * @throws MessagingException if the server refuses the connection, or the connection ends
     */
    SmtpConnection(SmtpServer server, Vertx vertx, Duration limit) throws IOException, MessagingException {
        this.server = server;
        this.vertx = vertx;
        this.limit = limit;
        socket = server.connect();
        transport = new SMTPTransport(server.session(), null);
        try {
            begin();
        } catch (IOException | MessagingException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void begin() throws IOException, MessagingException {
        long end = closeAfterLimit();
        try {
            transport.connect(server.secured(socket));
            if (server.config().getLogin() == LoginOption.REQUIRED && !transport.supportsExtension("AUTH")) {
                throw new AuthenticationFailedException("the server offers no sign-in");
            }
        } finally {
            vertx.cancelTimer(end);
        }
    }

    /** Returns after the server accepted the mail. */
    void send(MailMessage mail) throws MessagingException {
        InternetAddress[] recipients = {new InternetAddress(mail.getTo().get(0))};
        long end = closeAfterLimit();
        try {
            transport.sendMessage(encoded(mail), recipients);
        } finally {
            vertx.cancelTimer(end);
        }
    }

    private MimeMessage encoded(MailMessage mail) throws MessagingException {
        String text = new MailEncoder(mail, server.config().getHostname(), server.config()).encode();
        return new MimeMessage(server.session(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the server still answers on this connection. */
    boolean isOpen() {
        return transport.isConnected();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            closeSocket(); // The connection has ended, which is what was wanted.
        }
    }

    /** Each byte starts the limit for a reply again, so a very slow server needs this limit too. */
    private long closeAfterLimit() {
        return vertx.setTimer(limit.toMillis(), timer -> closeSocket());
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed nevertheless.
        }
    }
}
