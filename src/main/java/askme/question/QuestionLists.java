package askme.question;

import askme.database.Row;
import askme.question.listed.ListedQuestions;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * The lists that are paged by key: a page is the range of an index after the last row of the page before, so each page reads as
 * few rows as the first. In lists with equal values, two ranges replace a condition with OR. Tests check the plans (EXPLAIN).
 */
@ApplicationScoped
public class QuestionLists {

    /** Instead of the id of a tag. */
    public static final long WHOLE_SITE = ListedQuestions.WHOLE_SITE;

    /** One more than a page shows, to see whether there is a next page. */
    static final int READ = QuestionQueries.PAGE_SIZE + 1;

    static final String NEWEST_TAGGED =
            QuestionQueries.CARDS.formatted("SELECT question_id AS id FROM question_tag FORCE INDEX (PRIMARY)"
                            + " WHERE tag_id = :tag AND question_id < :before ORDER BY question_id DESC LIMIT :size")
                    + "ORDER BY q.id DESC";

    static final String NEWEST =
            QuestionQueries.CARDS.formatted("SELECT id FROM question FORCE INDEX (question_visible)"
                            + " WHERE hidden = 0 AND id < :before ORDER BY id DESC LIMIT :size")
                    + "ORDER BY q.id DESC";

    static final String HOT = QuestionQueries.CARDS.formatted("""
            SELECT id FROM (
              (SELECT rating, id FROM question FORCE INDEX (question_visible_hot)
               WHERE hidden = 0 AND rating = :value AND id < :before ORDER BY id DESC LIMIT :size)
              UNION ALL
              (SELECT rating, id FROM question FORCE INDEX (question_visible_hot)
               WHERE hidden = 0 AND rating < :value ORDER BY rating DESC, id DESC LIMIT :size)
            ) range_walk ORDER BY rating DESC, id DESC LIMIT :size""") + "ORDER BY q.rating DESC, q.id DESC";

    static final String UNANSWERED = QuestionQueries.CARDS.formatted(
                    "SELECT question_id AS id FROM listed_question FORCE INDEX (listed_unanswered)"
                            + " WHERE tag_id = :tag AND good_answers = 0 AND question_id < :before"
                            + " ORDER BY question_id DESC LIMIT :size")
            + "ORDER BY q.id DESC";

    static final String HOT_TAGGED = QuestionQueries.CARDS.formatted("""
            SELECT question_id AS id FROM (
              (SELECT rating, question_id FROM question_tag FORCE INDEX (question_tag_hot)
               WHERE tag_id = :tag AND rating = :value AND question_id < :before ORDER BY question_id DESC LIMIT :size)
              UNION ALL
              (SELECT rating, question_id FROM question_tag FORCE INDEX (question_tag_hot)
               WHERE tag_id = :tag AND rating < :value ORDER BY rating DESC, question_id DESC LIMIT :size)
            ) range_walk ORDER BY rating DESC, question_id DESC LIMIT :size""") + "ORDER BY q.rating DESC, q.id DESC";

    static final String ACTIVE = QuestionQueries.CARDS
                    .replace("AS my_vote", "AS my_vote, page.active_at")
                    .formatted("""
            SELECT question_id AS id, active_at FROM (
              (SELECT active_at, question_id FROM listed_question FORCE INDEX (listed_active)
               WHERE tag_id = :tag AND active_at = :at AND question_id < :before ORDER BY question_id DESC LIMIT :size)
              UNION ALL
              (SELECT active_at, question_id FROM listed_question FORCE INDEX (listed_active)
               WHERE tag_id = :tag AND active_at < :at ORDER BY active_at DESC, question_id DESC LIMIT :size)
            ) range_walk ORDER BY active_at DESC, question_id DESC LIMIT :size""")
            + "ORDER BY page.active_at DESC, q.id DESC";

    private final QuestionQueries queries;
    private final SiteCounter counter;

    QuestionLists(QuestionQueries queries, SiteCounter counter) {
        this.queries = queries;
        this.counter = counter;
    }

    /** The first page of a list, for a guest; {@code tag} is the id of a tag, or {@link #WHOLE_SITE}. */
    public List<QuestionCard> first(Listing listing, long tag) {
        if (tag == WHOLE_SITE && listing == Listing.NEWEST) {
            return queries.newest(1, counter.questions(), 0);
        }
        if (tag == WHOLE_SITE && listing == Listing.HOT) {
            return queries.hot(1, 0);
        }
        return page(listing, tag, ListKey.TOP, 0).rows();
    }

    /** The questions after {@code before}; {@code tag} is the id of a tag, or {@link #WHOLE_SITE}. */
    public KeyPage<QuestionCard> page(Listing listing, long tag, ListKey before, long reader) {
        return switch (listing) {
            case NEWEST -> tag == WHOLE_SITE ? newest(before, reader) : byId(NEWEST_TAGGED, tag, before, reader);
            case UNANSWERED -> byId(UNANSWERED, tag, before, reader);
            case HOT -> hot(tag, before, reader);
            case ACTIVE -> active(tag, before, reader);
        };
    }

    private KeyPage<QuestionCard> newest(ListKey before, long reader) {
        List<QuestionCard> found = queries.cards(NEWEST, reader)
                .setParameter("before", before.id())
                .setParameter("size", READ)
                .list();
        return KeyPage.of(found, QuestionQueries.PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    private KeyPage<QuestionCard> byId(String sql, long tag, ListKey before, long reader) {
        List<QuestionCard> found = queries.cards(sql, reader)
                .setParameter("tag", tag)
                .setParameter("before", before.id())
                .setParameter("size", READ)
                .list();
        return KeyPage.of(found, QuestionQueries.PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    private KeyPage<QuestionCard> hot(long tag, ListKey before, long reader) {
        NativeQuery<QuestionCard> query = tag == WHOLE_SITE
                ? queries.cards(HOT, reader)
                : queries.cards(HOT_TAGGED, reader).setParameter("tag", tag);
        List<QuestionCard> found = query.setParameter(
                        "value", (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, before.value())))
                .setParameter("before", before.id())
                .setParameter("size", READ)
                .list();
        return KeyPage.of(found, QuestionQueries.PAGE_SIZE, last -> new ListKey(last.rating(), last.id()));
    }

    private KeyPage<QuestionCard> active(long tag, ListKey before, long reader) {
        List<QuestionCard> found = queries.cardRows(ACTIVE, reader)
                .addScalar("active_at", Instant.class)
                .setParameter("tag", tag)
                .setParameter("at", before.moment())
                .setParameter("before", before.id())
                .setParameter("size", READ)
                .setTupleTransformer((values, names) -> activeCard(new Row(values, names)))
                .list();
        return KeyPage.of(found, QuestionQueries.PAGE_SIZE, last -> ListKey.ofMoment(last.activeAt(), last.id()));
    }

    private static QuestionCard activeCard(Row row) {
        return QuestionQueries.card(row).withActivity(row.moment("active_at"));
    }
}
