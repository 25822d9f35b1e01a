package askme.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail that was received over SMTP.
 *
 * @param id the number of the mail in this inbox, from 1
 * @param to the recipient of the envelope; a mail to two people becomes two of these
 * @param text the first text/plain part; "" if there is no such part
 * @param html the first text/html part; "" if there is no such part
 * @param headers the headers by name; the last one if a name is repeated
 */
record Mail(
        int id,
        Instant receivedAt,
        String from,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers) {

    static Mail of(int id, Instant receivedAt, String from, String to, MimeMessage message)
            throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue());
        }
        String subject = message.getSubject() == null ? "" : message.getSubject();
        return new Mail(
                id, receivedAt, from, to, subject, body(message, "text/plain"), body(message, "text/html"), headers);
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
