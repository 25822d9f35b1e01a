package askme.mail;

import askme.database.Row;
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
    record Recipient(long memberId, String email, String nickname, String language) {

        /** From the columns {@code member_id}, {@code email}, {@code nickname} and {@code language}. */
        static Recipient of(Row row) {
            return new Recipient(row.id("member_id"), row.text("email"), row.text("nickname"), row.text("language"));
        }
    }
}
