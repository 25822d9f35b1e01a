package askme.held;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/**
 * The held answers and comments of a question, for its page. Their authors see their own ones, moderators see all. A page asks only if {@link
 * #EXIST} says that there are some, so it costs others no statement.
 */
@ApplicationScoped
public class HeldAtQuestions {

    private static final int SHOWN = 10;

    /**
     * Whether the reader may see some: a condition in a query with the question {@code q}, and the parameters {@code reader}, 0 for a guest, and
     * {@code moderates}. Each part reads one entry of an index.
     */
    public static final String EXIST = """
            (EXISTS (SELECT 1 FROM held_post h FORCE INDEX (held_waiting_of_author)
                     WHERE h.author_id = :reader AND h.state = 'waiting' AND h.question_id = q.id)
             OR (:moderates = 1 AND EXISTS (SELECT 1 FROM held_post h FORCE INDEX (held_of_question)
                                            WHERE h.question_id = q.id AND h.state = 'waiting')))""";

    private static final String LISTED = """
            SELECT STRAIGHT_JOIN h.id, h.kind, h.question_id, h.answer_id, h.author_id, h.title, h.tag_names, h.body, h.held_at, h.state,
                   h.post_id, h.reason, m.nickname, m.avatar, m.rating AS author_rating, i.id AS item
            FROM (SELECT id FROM held_post FORCE INDEX (%s) WHERE %s AND state = 'waiting' AND question_id = :question ORDER BY id LIMIT %d) page
            JOIN held_post h ON h.id = page.id
            JOIN member m ON m.id = h.author_id
            LEFT JOIN review_item i ON i.post_kind = 'held' AND i.post_id = h.id AND i.decided = 0
            ORDER BY h.id""";

    static final String OF_READER = LISTED.formatted("held_waiting_of_author", "author_id = :reader", SHOWN);

    static final String ALL = LISTED.formatted("held_of_question", ":reader = :reader", SHOWN);

    private final Session hibernate;

    HeldAtQuestions(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The first ones, the oldest first. */
    public List<HeldAtQuestion> visible(long question, long reader, boolean moderates) {
        return HeldPosts.columns(hibernate.createNativeQuery(moderates ? ALL : OF_READER, Object[].class))
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("author_rating", Integer.class)
                .addScalar("item", Long.class)
                .setParameter("question", question)
                .setParameter("reader", reader)
                .setTupleTransformer((values, names) -> HeldAtQuestion.of(new Row(values, names)))
                .list();
    }
}
