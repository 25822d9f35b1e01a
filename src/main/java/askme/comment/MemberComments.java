package askme.comment;

import askme.database.Row;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/** The comments of one member, a range of an index. */
@ApplicationScoped
public class MemberComments {

    static final int PAGE_SIZE = 30;

    static final String OF_MEMBER = """
            SELECT STRAIGHT_JOIN c.id, q.title, c.rating, c.posted_at, c.body,
                   q.hidden = 0 AND COALESCE(a.hidden, 0) = 0 AS visible
            FROM (SELECT id FROM comment FORCE INDEX (comment_of_author) WHERE author_id = :author
                  AND id < :before ORDER BY id DESC LIMIT :size) page
            JOIN comment c ON c.id = page.id
            JOIN question q ON q.id = c.question_id
            LEFT JOIN answer a ON a.id = c.answer_id""";

    private final Session hibernate;

    MemberComments(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * A comment in the list of its author's comments.
     *
     * @param title the title of the question
     * @param body inline Markdown
     * @param visible whether its post was not deleted
     */
    @TemplateData
    public record ListedComment(long id, String title, int rating, Instant postedAt, String body, boolean visible) {

        private static ListedComment of(Row row) {
            return new ListedComment(
                    row.id("id"),
                    row.text("title"),
                    row.number("rating"),
                    row.moment("posted_at"),
                    row.text("body"),
                    row.is("visible"));
        }
    }

    /** One member's comments after {@code before}, the newest first. A page is shorter by those whose post was deleted. */
    public KeyPage<ListedComment> page(long author, ListKey before) {
        List<ListedComment> found = hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("rating", Integer.class)
                .addScalar("posted_at", Instant.class)
                .addScalar("body", String.class)
                .addScalar("visible", Integer.class)
                .setParameter("author", author)
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> ListedComment.of(new Row(values, names)))
                .stream()
                .sorted(Comparator.comparing(ListedComment::id).reversed())
                .toList();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id())).only(ListedComment::visible);
    }
}
