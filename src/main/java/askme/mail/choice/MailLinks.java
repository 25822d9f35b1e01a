package askme.mail.choice;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of this package. */
@TemplateExtension(namespace = "to", priority = 12)
public final class MailLinks {

    static final String UNSUBSCRIBE = "/unsubscribe/{token}";

    static final String UNSUBSCRIBE_UNDO = UNSUBSCRIBE + "/undo";

    static final String CHOICES = "/profile/notifications";

    static final String TRY_AGAIN = CHOICES + "/again";

    static final String ZONE = "/profile/zone";

    private MailLinks() {}

    static String unsubscribe(String token) {
        return LocalPath.with(UNSUBSCRIBE, token);
    }

    static String unsubscribeUndo(String token) {
        return LocalPath.with(UNSUBSCRIBE_UNDO, token);
    }

    /** The page on which a member chooses which notifications are mailed, and when. */
    public static String mailChoices() {
        return CHOICES + "/";
    }

    static String tryAddressAgain() {
        return TRY_AGAIN;
    }

    /** The address to which the browser reports its time zone. */
    static String zone() {
        return ZONE;
    }
}
