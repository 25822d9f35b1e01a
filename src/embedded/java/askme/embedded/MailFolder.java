package askme.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inbox on the disk, so that a restart in dev mode does not lose it. Each message is a file ({@code 17.eml}, RFC 5322).
 * Its envelope is in the two headers that mail servers use for that. The time of its arrival is the time of the file.
 */
record MailFolder(Path folder) {

    private static final String SENDER = "Return-Path";
    private static final String RECIPIENT = "Delivered-To";
    private static final int KEPT = 1_000;

    /** The stored mails, the latest first. */
    List<Mail> all() throws IOException, MessagingException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> id(file) > 0)
                    .sorted((a, b) -> Integer.compare(id(b), id(a)))
                    .toList();
        }
        List<Mail> mails = new ArrayList<>(files.size());
        for (Path file : files) {
            mails.add(read(file));
        }
        return mails;
    }

    /** Stores a mail under its id and deletes the oldest one if there are too many. */
    void add(Mail mail, MimeMessage message) throws IOException, MessagingException {
        try (var out = Files.newOutputStream(file(mail.id()))) {
            out.write((SENDER + ": " + mail.from() + "\r\n" + RECIPIENT + ": " + mail.to() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            message.writeTo(out);
        }
        Files.deleteIfExists(file(mail.id() - KEPT));
    }

    void clear() throws IOException {
        DataDirectory.deleteTree(folder);
    }

    private static Mail read(Path file) throws IOException, MessagingException {
        try (var in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            String sender = message.getHeader(SENDER, null);
            String recipient = message.getHeader(RECIPIENT, null);
            message.removeHeader(SENDER);
            message.removeHeader(RECIPIENT);
            Instant receivedAt = Files.getLastModifiedTime(file).toInstant();
            return Mail.of(id(file), receivedAt, sender, recipient, message);
        }
    }

    private Path file(int id) {
        return folder.resolve(id + ".eml");
    }

    /** The id in the name of a mail's file; 0 for any other file. */
    private static int id(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[0-9]{1,9}\\.eml") ? Integer.parseInt(name.substring(0, name.length() - 4)) : 0;
    }
}
