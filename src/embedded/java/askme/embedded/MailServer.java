package askme.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** An SMTP server that delivers no mail. It keeps the latest mails for the inbox page and for tests. */
final class MailServer implements EmbeddedService {

    private static final int KEPT = 20_000;
    private final int port;
    private final Deque<Mail> mails = new ArrayDeque<>();

    /** Null if the mails are deleted at the end of the run. */
    private final MailFolder folder;

    private int received;
    private GreenMail server;

    MailServer(DataDirectory directory, boolean temporary) throws IOException, MessagingException {
        this.port = directory.port(name(), 0);
        this.folder = temporary ? null : new MailFolder(directory.directory("mails"));
        if (folder != null) {
            mails.addAll(folder.all());
            received = mails.isEmpty() ? 0 : mails.getFirst().id();
        }
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public synchronized void start() {
        GreenMail starting = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        starting.start();
        GreenMailUser sink = starting.setUser("sink@localhost", "sink", "");
        starting.getUserManager().setMessageDeliveryHandler((message, recipient) -> keep(message, recipient, sink));
        server = starting;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public Map<String, String> config() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(port),
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.start-tls", "DISABLED");
    }

    @Override
    public String address() {
        return "smtp://127.0.0.1:" + port;
    }

    /** The mails, the latest first. */
    List<Mail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    void clear() throws IOException {
        synchronized (mails) {
            mails.clear();
            if (folder != null) {
                folder.clear();
            }
        }
    }

    private GreenMailUser keep(MovingMessage message, MailAddress recipient, GreenMailUser sink)
            throws MessagingException, UserException {
        try {
            synchronized (mails) {
                String from = message.getReturnPath().getEmail();
                Mail mail = Mail.of(++received, Instant.now(), from, recipient.getEmail(), message.getMessage());
                mails.addFirst(mail);
                if (folder != null) {
                    folder.add(mail, message.getMessage());
                }
                if (mails.size() > KEPT) {
                    mails.removeLast();
                }
            }
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
