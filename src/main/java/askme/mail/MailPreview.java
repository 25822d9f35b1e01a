package askme.mail;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.mail.MailMessage;

/**
 * A mail with sample data, for administrators.
 *
 * @param name in addresses
 */
@TemplateData
public record MailPreview(String name, String subject, String text, String html) {

    public static MailPreview of(String name, MailMessage mail) {
        return new MailPreview(name, mail.getSubject(), mail.getText(), mail.getHtml());
    }
}
