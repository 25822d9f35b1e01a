package askme.mail.notice;

import askme.mail.Recipient;
import askme.mail.choice.Pace;
import askme.notification.NotificationKind;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A mail about notifications.
 *
 * @param pace at once, or that of the digest
 * @param question 0 if it is about none, or about several
 * @param notices at least one
 */
@TemplateData
record NoticeMail(Recipient recipient, Pace pace, long question, List<Notice> notices) {

    public boolean isDigest() {
        return pace.isDigest();
    }

    public Notice first() {
        return notices.get(0);
    }

    /** The kinds of its notices, each once. */
    List<NotificationKind> kinds() {
        return notices.stream().map(notice -> notice.card().kind()).distinct().toList();
    }
}
