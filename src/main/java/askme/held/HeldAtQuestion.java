package askme.held;

import askme.database.Row;
import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;

/**
 * A post that waits at a question, for those who may see it.
 *
 * @param item of the review queue, 0 if it has none
 */
@TemplateData
public record HeldAtQuestion(HeldPost post, MemberRef author, long item) {

    static HeldAtQuestion of(Row row) {
        MemberRef author = new MemberRef(
                row.id("author_id"), row.text("nickname"), row.text("avatar"), row.number("author_rating"));
        return new HeldAtQuestion(HeldPost.of(row), author, row.idOrZero("item"));
    }
}
