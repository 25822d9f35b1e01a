package askme.mail;

import askme.database.Row;
import askme.member.Member;
import io.quarkus.qute.TemplateData;

/**
 * The member who receives a mail.
 *
 * @param language two letters, or null for the site's language
 */
@TemplateData
public record Recipient(long memberId, String email, String nickname, String language) {

    static Recipient of(Member member) {
        return new Recipient(member.id, member.email, member.nickname, member.language);
    }

    /** From the columns {@code member_id}, {@code email}, {@code nickname} and {@code language}. */
    public static Recipient of(Row row) {
        return new Recipient(row.id("member_id"), row.text("email"), row.text("nickname"), row.text("language"));
    }
}
