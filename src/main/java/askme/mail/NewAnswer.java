package askme.mail;

import io.quarkus.qute.TemplateData;

/**
 * An answer whose mail is due.
 *
 * @param title the question's title
 * @param writer the nickname of the answer's author
 * @param body the answer in Markdown
 */
@TemplateData
record NewAnswer(long answerId, long questionId, String title, String writer, String body, Recipient recipient) {

    /**
     * The member who receives the mail.
     *
     * @param language two letters, or null for the site's language
     */
    @TemplateData
    record Recipient(long memberId, String email, String nickname, String language) {}
}
