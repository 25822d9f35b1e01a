package askme.mail.notice;

import askme.notification.NotificationCard;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One notification in a mail.
 *
 * @param text what happened, in the recipient's language
 * @param title of the question, or null
 * @param url absolute
 * @param posts what was written since the last mail, the oldest first
 */
@TemplateData
record Notice(NotificationCard card, String text, String title, String url, List<Post> posts) {

    /**
     * A text in the mail.
     *
     * @param writer its nickname, or null if the notice names it
     * @param body Markdown
     * @param inline whether it is one line, as a comment is
     */
    @TemplateData
    record Post(String writer, String body, boolean inline) {}
}
