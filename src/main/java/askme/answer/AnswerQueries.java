package askme.answer;

import askme.database.Row;
import askme.markdown.Excerpt;
import askme.member.MemberRef;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The answers of a page. Their order is: accepted first, then by rating downwards, then the oldest first, then by id. The inner
 * queries read the index answer_visible_order; only the rows of the page are fetched. Tests check the plans (EXPLAIN).
 */
@ApplicationScoped
public class AnswerQueries {

    /** The number of answers on a page of a question. */
    public static final int PAGE_SIZE = 30;

    private static final int EXCERPT_CHARACTERS = 200;

    /**
     * The rows are sorted here and not by the database: it would sort them with their texts, in a temporary table on its disk, and
     * reading would fail when that is full.
     */
    private static final String CARDS = """
            SELECT STRAIGHT_JOIN a.id, a.question_id, a.body, a.answered_at, a.edited_at, a.rating, a.accepted,
                   a.author_id, m.nickname, m.avatar, m.rating AS author_rating, v.value AS my_vote, a.comment_count,
                   e.nickname AS editor, IF(a.locked = 0, NULL, (SELECT l.reason FROM answer_lock l WHERE l.answer_id = a.id)) AS lock_reason
            FROM (%s) page
            JOIN answer a ON a.id = page.id
            JOIN member m ON m.id = a.author_id
            LEFT JOIN answer_vote v ON v.answer_id = a.id AND v.member_id = :reader
            LEFT JOIN member e ON e.id = a.edited_by
            """;

    static final String PAGE = page("accepted DESC, rating DESC, answered_at, id");

    /** The same page, read from the other end of the index: faster for the last pages. */
    static final String PAGE_FROM_END = page("accepted, rating, answered_at DESC, id DESC");

    static final String OLDEST = byId("id");

    static final String NEWEST = byId("id DESC");

    static final String NEWER = CARDS.formatted("SELECT id FROM answer FORCE INDEX (answer_visible_newer)"
            + " WHERE question_id = :question AND hidden = 0 AND id > :after ORDER BY id LIMIT :size");

    static final String ONE = CARDS.formatted("SELECT id FROM answer WHERE id = :id AND hidden = 0");

    static final String DELETED = CARDS.formatted("SELECT id FROM answer WHERE id IN (:ids) AND hidden = 1");

    static final String OF_MEMBER = """
            SELECT STRAIGHT_JOIN a.id, a.question_id, q.title, a.rating, a.accepted, a.answered_at,
                   LEFT(a.body, 1000) AS body
            FROM (SELECT id FROM answer FORCE INDEX (answer_visible_of_author) WHERE author_id = :author
                  AND hidden = 0 AND id < :before ORDER BY id DESC LIMIT :size) page
            JOIN answer a ON a.id = page.id
            JOIN question q ON q.id = a.question_id AND q.hidden = 0""";

    /** A feed has the whole texts. */
    static final String TEXTS = "SELECT id, body, edited_at FROM answer WHERE id IN (:ids) AND hidden = 0";

    static final String BEFORE = """
            SELECT COUNT(*) AS answers FROM answer FORCE INDEX (answer_visible_order) WHERE question_id = :question AND hidden = 0
              AND (accepted > :accepted OR (accepted = :accepted AND (rating > :rating
                   OR (rating = :rating AND (answered_at < :at OR (answered_at = :at AND id < :id))))))""";

    private final Session hibernate;

    private static String page(String order) {
        return CARDS.formatted(
                "SELECT id FROM answer FORCE INDEX (answer_visible_order) WHERE question_id = :question AND hidden = 0"
                        + " ORDER BY " + order + " LIMIT :size OFFSET :skip");
    }

    private static String byId(String order) {
        return CARDS.formatted(
                "SELECT id FROM answer FORCE INDEX (answer_visible_newer) WHERE question_id = :question AND hidden = 0"
                        + " ORDER BY " + order + " LIMIT :size OFFSET :skip");
    }

    AnswerQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * An answer in the list of its author's answers.
     *
     * @param title the title of the question
     * @param excerpt the first words of the answer
     */
    @TemplateData
    public record ListedAnswer(
            long id, long questionId, String title, int rating, boolean accepted, Instant answeredAt, String excerpt) {

        private static ListedAnswer of(Row row) {
            return new ListedAnswer(
                    row.id("id"),
                    row.id("question_id"),
                    row.text("title"),
                    row.number("rating"),
                    row.is("accepted"),
                    row.moment("answered_at"),
                    Excerpt.of(row.text("body"), EXCERPT_CHARACTERS));
        }
    }

    /** Page {@code page} (from 1) of the {@code total} answers, with the votes of member {@code reader} (0 for a guest). */
    public List<AnswerCard> page(long question, AnswerOrder order, int page, int total, long reader) {
        int before = (page - 1) * PAGE_SIZE;
        int onPage = Math.min(PAGE_SIZE, total - before);
        int after = total - before - onPage;
        boolean fromEnd = onPage > 0 && after < before;
        return cards(sql(order, fromEnd), reader)
                .setParameter("question", question)
                .setParameter("size", fromEnd ? onPage : PAGE_SIZE)
                .setParameter("skip", fromEnd ? after : before)
                .stream()
                .sorted(order.comparator)
                .toList();
    }

    /** The query for a page, from the end of the list that is nearer to it. */
    private static String sql(AnswerOrder order, boolean fromEnd) {
        return switch (order) {
            case BEST -> fromEnd ? PAGE_FROM_END : PAGE;
            case NEWEST -> fromEnd ? OLDEST : NEWEST;
            case OLDEST -> fromEnd ? NEWEST : OLDEST;
        };
    }

    /** At most {@code limit} answers newer than the answer {@code after}, the oldest first. */
    public List<AnswerCard> newer(long question, long after, int limit) {
        return newer(question, after, limit, 0);
    }

    /** The same with the votes of member {@code reader}. */
    public List<AnswerCard> newer(long question, long after, int limit, long reader) {
        return cards(NEWER, reader)
                .setParameter("question", question)
                .setParameter("after", after)
                .setParameter("size", limit)
                .stream()
                .sorted(Comparator.comparing(AnswerCard::id))
                .toList();
    }

    /** One answer as guests see it; empty if it was deleted. */
    public Optional<AnswerCard> one(long id) {
        return one(id, 0);
    }

    /** The same with the vote of member {@code reader}. */
    public Optional<AnswerCard> one(long id, long reader) {
        return cards(ONE, reader).setParameter("id", id).uniqueResultOptional();
    }

    /** Those of these answers that are deleted. */
    List<AnswerCard> deleted(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cards(DELETED, 0).setParameterList("ids", ids).list();
    }

    /** One member's answers after {@code before}, the newest first. */
    public KeyPage<ListedAnswer> ofMember(long author, ListKey before) {
        List<ListedAnswer> found = hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("answered_at", Instant.class)
                .addScalar("body", String.class)
                .setParameter("author", author)
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> ListedAnswer.of(new Row(values, names)))
                .stream()
                .sorted(Comparator.comparing(ListedAnswer::id).reversed())
                .toList();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id()));
    }

    /**
     * The whole text of an answer.
     *
     * @param body Markdown
     * @param editedAt may be null
     */
    public record Text(long id, String body, Instant editedAt) {

        private static Text of(Row row) {
            return new Text(row.id("id"), row.text("body"), row.moment("edited_at"));
        }
    }

    /** The texts of those of these answers that are visible, by id. */
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

    /** The page (from 1) that contains {@code answer}. */
    public int pageOf(Answer answer) {
        long before = hibernate
                .createNativeQuery(BEFORE, Long.class)
                .addScalar("answers", Long.class)
                .setParameter("question", answer.questionId)
                .setParameter("accepted", answer.accepted)
                .setParameter("rating", answer.rating)
                .setParameter("at", answer.answeredAt)
                .setParameter("id", answer.id)
                .getSingleResult();
        return (int) (before / PAGE_SIZE) + 1;
    }

    private NativeQuery<AnswerCard> cards(String sql, long reader) {
        NativeQuery<Object[]> rows = hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("body", String.class)
                .addScalar("answered_at", Instant.class)
                .addScalar("edited_at", Instant.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("author_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("author_rating", Integer.class)
                .addScalar("my_vote", Integer.class)
                .addScalar("comment_count", Integer.class)
                .addScalar("editor", String.class)
                .addScalar("lock_reason", String.class);
        return rows.setParameter("reader", reader).setTupleTransformer((values, names) -> card(new Row(values, names)));
    }

    private static AnswerCard card(Row row) {
        MemberRef author = new MemberRef(
                row.id("author_id"), row.text("nickname"), row.text("avatar"), row.number("author_rating"));
        return new AnswerCard(
                row.id("id"),
                row.id("question_id"),
                row.text("body"),
                row.moment("answered_at"),
                row.moment("edited_at"),
                row.text("editor"),
                row.number("rating"),
                row.is("accepted"),
                row.text("lock_reason"),
                author,
                row.numberOrZero("my_vote"),
                row.number("comment_count"));
    }
}
