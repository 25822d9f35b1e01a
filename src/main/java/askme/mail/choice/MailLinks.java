package askme.mail.choice;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of this package. */
@TemplateExtension(namespace = "to", priority = 12)
final class MailLinks {

    static final String UNSUBSCRIBE = "/unsubscribe/{token}";

    static final String UNSUBSCRIBE_UNDO = UNSUBSCRIBE + "/undo";

    private MailLinks() {}

    static String unsubscribe(String token) {
        return LocalPath.with(UNSUBSCRIBE, token);
    }

    static String unsubscribeUndo(String token) {
        return LocalPath.with(UNSUBSCRIBE_UNDO, token);
    }
}
