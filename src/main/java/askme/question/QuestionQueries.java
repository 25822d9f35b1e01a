package askme.question;

import askme.database.Row;
import askme.member.MemberRef;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The listings of questions. The inner query of each takes the ids of one page from a covering index; the outer one fetches
 * only these rows. STRAIGHT_JOIN keeps this order of tables, regardless of the optimizer's statistics. The reader's votes come
 * in the same round trip. Tests check the plans (EXPLAIN).
 */
@ApplicationScoped
public class QuestionQueries {

    /** The number of questions on a page of a listing. */
    public static final int PAGE_SIZE = 20;

    /** The columns of a card, for the ids of a subquery; parameter {@code reader} is a member's id, or 0 for a guest. */
    public static final String CARDS = """
            SELECT STRAIGHT_JOIN q.id, q.title, q.excerpt, q.tag_names, q.rating, q.answer_count,
                   q.accepted_answer_id, q.closed, q.asked_at, q.author_id, m.nickname, m.avatar,
                   m.rating AS author_rating, v.value AS my_vote, w.views
            FROM (%s) page
            JOIN question q ON q.id = page.id
            JOIN member m ON m.id = q.author_id
            LEFT JOIN question_vote v ON v.question_id = q.id AND v.member_id = :reader
            LEFT JOIN question_views w ON w.question_id = q.id
            """;

    static final String NEWEST = CARDS.formatted("SELECT id FROM question FORCE INDEX (question_visible)"
                    + " WHERE hidden = 0 AND id <= :from ORDER BY id DESC LIMIT :size OFFSET :skip")
            + "ORDER BY q.id DESC";

    static final String HOT = CARDS.formatted("SELECT id FROM question FORCE INDEX (question_visible_hot)"
                    + " WHERE hidden = 0 ORDER BY rating DESC, id DESC LIMIT :size OFFSET :skip")
            + "ORDER BY q.rating DESC, q.id DESC";

    static final String TAGGED =
            CARDS.formatted("SELECT question_id AS id FROM question_tag FORCE INDEX (question_tag_hot)"
                            + " WHERE tag_id = :tag ORDER BY rating DESC, question_id DESC LIMIT :size OFFSET :skip")
                    + "ORDER BY q.rating DESC, q.id DESC";

    /**
     * From (rating, id) downwards. Two ranges of the index replace a condition with OR, which would read all rows of an equal
     * rating. Each range ends after :depth = :skip + :size rows, at most {@link Anchors#SPACING} and a page.
     */
    static final String HOT_FROM = CARDS.formatted("""
            SELECT id FROM (
              (SELECT rating, id FROM question FORCE INDEX (question_visible_hot)
               WHERE hidden = 0 AND rating = :rating AND id <= :from ORDER BY id DESC LIMIT :depth)
              UNION ALL
              (SELECT rating, id FROM question FORCE INDEX (question_visible_hot)
               WHERE hidden = 0 AND rating < :rating ORDER BY rating DESC, id DESC LIMIT :depth)
            ) range_walk ORDER BY rating DESC, id DESC LIMIT :size OFFSET :skip""") + "ORDER BY q.rating DESC, q.id DESC";

    static final String TAGGED_FROM = CARDS.formatted("""
            SELECT question_id AS id FROM (
              (SELECT rating, question_id FROM question_tag FORCE INDEX (question_tag_hot)
               WHERE tag_id = :tag AND rating = :rating AND question_id <= :from
               ORDER BY question_id DESC LIMIT :depth)
              UNION ALL
              (SELECT rating, question_id FROM question_tag FORCE INDEX (question_tag_hot)
               WHERE tag_id = :tag AND rating < :rating ORDER BY rating DESC, question_id DESC LIMIT :depth)
            ) range_walk ORDER BY rating DESC, question_id DESC LIMIT :size OFFSET :skip""") + "ORDER BY q.rating DESC, q.id DESC";

    static final String OF_MEMBER = CARDS.formatted("SELECT id FROM question FORCE INDEX (question_visible_of_author)"
                    + " WHERE author_id = :author AND hidden = 0 AND id < :before ORDER BY id DESC LIMIT :size")
            + "ORDER BY q.id DESC";

    static final String ONE = CARDS.formatted("SELECT id FROM question WHERE id = :id AND hidden = 0 LIMIT :size");

    static final String TEXTS = "SELECT id, body, edited_at FROM question WHERE id IN (:ids)";

    private final Session hibernate;
    private final Anchors anchors;

    QuestionQueries(Session hibernate, Anchors anchors) {
        this.hibernate = hibernate;
        this.anchors = anchors;
    }

    /** Page {@code page} (from 1) of the newest, with the votes of member {@code reader} (0 for a guest). */
    public List<QuestionCard> newest(int page, long total, long reader) {
        Anchors.Start start = anchors.newest(skipped(page), total);
        return cards(NEWEST, reader)
                .setParameter("from", start.id())
                .setParameter("skip", start.skip())
                .list();
    }

    /** Page {@code page} of the best rated. */
    List<QuestionCard> hot(int page, long reader) {
        return rated(HOT, HOT_FROM, anchors.hot(skipped(page)), reader).list();
    }

    /** Page {@code page} of the questions with the tag, the best rated first. */
    List<QuestionCard> tagged(long tag, int page, long reader) {
        return rated(TAGGED, TAGGED_FROM, anchors.tagged(tag, skipped(page)), reader)
                .setParameter("tag", tag)
                .list();
    }

    /** One question as {@code reader} sees it in a list; empty if it does not exist or was deleted. */
    public Optional<QuestionCard> one(long id, long reader) {
        return cards(ONE, reader).setParameter("id", id).uniqueResultOptional();
    }

    /** One member's questions after {@code before}, the newest first. */
    public KeyPage<QuestionCard> ofMember(long author, ListKey before, long reader) {
        List<QuestionCard> found = cards(OF_MEMBER, reader)
                .setParameter("author", author)
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    /** The texts of these questions, by id. */
    public Map<Long, Text> texts(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return hibernate
                .createNativeQuery(TEXTS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("body", String.class)
                .addScalar("edited_at", Instant.class)
                .setParameterList("ids", ids)
                .setTupleTransformer((values, names) -> Text.of(new Row(values, names)))
                .stream()
                .collect(Collectors.toMap(Text::id, text -> text));
    }

    /**
     * The whole text of a question.
     *
     * @param body Markdown
     * @param editedAt may be null
     */
    public record Text(long id, String body, Instant editedAt) {

        private static Text of(Row row) {
            return new Text(row.id("id"), row.text("body"), row.moment("edited_at"));
        }
    }

    /** A query made of {@link #CARDS}. {@code :size} is set to {@link #PAGE_SIZE}; the caller sets all other parameters. */
    public NativeQuery<QuestionCard> cards(String sql, long reader) {
        return cardRows(sql, reader).setTupleTransformer((values, names) -> card(new Row(values, names)));
    }

    /** The same query without the transformer, for a list that reads another column too. */
    NativeQuery<Object[]> cardRows(String sql, long reader) {
        NativeQuery<Object[]> rows = hibernate.createNativeQuery(sql, Object[].class);
        Scalars.add(rows);
        rows.setParameter("reader", reader).setParameter("size", PAGE_SIZE);
        return rows;
    }

    private NativeQuery<QuestionCard> rated(String top, String from, Anchors.Start start, long reader) {
        if (start.atTop()) {
            return cards(top, reader).setParameter("skip", start.skip());
        }
        return cards(from, reader)
                .setParameter("rating", start.rating())
                .setParameter("from", start.id())
                .setParameter("skip", start.skip())
                .setParameter("depth", start.skip() + PAGE_SIZE);
    }

    private static int skipped(int page) {
        return (page - 1) * PAGE_SIZE;
    }

    static QuestionCard card(Row row) {
        MemberRef author = new MemberRef(
                row.id("author_id"), row.text("nickname"), row.text("avatar"), row.number("author_rating"));
        return new QuestionCard(
                row.id("id"),
                row.text("title"),
                row.text("excerpt"),
                QuestionCard.words(row.text("tag_names")),
                row.number("rating"),
                row.number("answer_count"),
                row.has("accepted_answer_id"),
                row.number("closed"),
                row.moment("asked_at"),
                author,
                row.numberOrZero("my_vote"),
                row.numberOrZero("views"),
                0,
                null);
    }

    /** The types of a card's columns. */
    private static final class Scalars {

        static void add(NativeQuery<?> rows) {
            rows.addScalar("id", Long.class)
                    .addScalar("title", String.class)
                    .addScalar("excerpt", String.class)
                    .addScalar("tag_names", String.class)
                    .addScalar("rating", Integer.class)
                    .addScalar("answer_count", Integer.class)
                    .addScalar("accepted_answer_id", Long.class)
                    .addScalar("closed", Integer.class)
                    .addScalar("asked_at", Instant.class)
                    .addScalar("author_id", Long.class)
                    .addScalar("nickname", String.class)
                    .addScalar("avatar", String.class)
                    .addScalar("author_rating", Integer.class)
                    .addScalar("my_vote", Integer.class)
                    .addScalar("views", Integer.class);
        }
    }
}
