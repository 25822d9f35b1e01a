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

    /** The notice with whole posts, or with their beginnings if they have more than {@code most} characters. */
    Notice within(int most) {
        return characters() <= most
                ? this
                : new Notice(
                        card,
                        text,
                        title,
                        url,
                        posts.stream().map(Post::beginning).toList());
    }

    /** The characters of the posts that are not cut. */
    int characters() {
        return posts.stream()
                .filter(post -> !post.cut)
                .mapToInt(post -> post.body.length())
                .sum();
    }

    /**
     * A text in the mail.
     *
     * @param writer its nickname, or null if the notice names it
     * @param body Markdown
     * @param inline whether it is one line, as a comment is
     * @param cut whether only its beginning is in the mail
     */
    @TemplateData
    record Post(String writer, String body, boolean inline, boolean cut) {

        static Post whole(String writer, String body, boolean inline) {
            return new Post(writer, body, inline, false);
        }

        Post beginning() {
            return new Post(writer, body, inline, true);
        }
    }
}
