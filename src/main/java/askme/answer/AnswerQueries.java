package askme.answer;

import askme.markdown.Excerpt;
import askme.member.MemberRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The answers of a page, in the order accepted, rating descending, oldest first, id. The inner queries walk the index
 * answer_order; only the page's rows are fetched. Their EXPLAIN is tested.
 */
@ApplicationScoped
public class AnswerQueries {

    /** Answers on a page of a question. */
    public static final int PAGE_SIZE = 30;

    private static final int EXCERPT_CHARACTERS = 200;

    private static final String CARDS = """
            SELECT STRAIGHT_JOIN a.id, a.question_id, a.body, a.answered_at, a.edited_at, a.rating, a.accepted,
                   a.author_id, m.nickname, m.avatar, m.rating AS author_rating, v.value AS my_vote
            FROM (%s) page
            JOIN answer a ON a.id = page.id
            JOIN member m ON m.id = a.author_id
            LEFT JOIN answer_vote v ON v.answer_id = a.id AND v.member_id = :reader
            """;

    static final String PAGE = page("accepted DESC, rating DESC, answered_at, id");

    /** The same page reached from the other end, which for the last ones is the shorter way. */
    static final String PAGE_FROM_END = page("accepted, rating, answered_at DESC, id DESC");

    static final String NEWER = CARDS.formatted("SELECT id FROM answer FORCE INDEX (answer_newer)"
                    + " WHERE question_id = :question AND id > :after ORDER BY id LIMIT :size")
            + "ORDER BY a.id";

    static final String ONE = CARDS.formatted("SELECT :id AS id");

    static final String OF_MEMBER = """
            SELECT STRAIGHT_JOIN a.id, a.question_id, q.title, a.rating, a.accepted, a.answered_at,
                   LEFT(a.body, 1000) AS body
            FROM (SELECT id FROM answer FORCE INDEX (answer_of_author) WHERE author_id = :author
                  ORDER BY id DESC LIMIT :size OFFSET :skip) page
            JOIN answer a ON a.id = page.id
            JOIN question q ON q.id = a.question_id
            ORDER BY a.id DESC""";

    static final String BEFORE = """
            SELECT COUNT(*) AS answers FROM answer FORCE INDEX (answer_order) WHERE question_id = :question
              AND (accepted > :accepted OR (accepted = :accepted AND (rating > :rating
                   OR (rating = :rating AND (answered_at < :at OR (answered_at = :at AND id < :id))))))""";

    private final Session database;

    private static String page(String walked) {
        return CARDS.formatted("SELECT id FROM answer FORCE INDEX (answer_order) WHERE question_id = :question"
                        + " ORDER BY " + walked + " LIMIT :size OFFSET :skip")
                + "ORDER BY a.accepted DESC, a.rating DESC, a.answered_at, a.id";
    }

    AnswerQueries(Session database) {
        this.database = database;
    }

    /**
     * An answer in the list of its author's.
     *
     * @param title the question's
     * @param excerpt the first words of the answer
     */
    public record Mine(
            long id, long questionId, String title, int rating, boolean accepted, Instant answeredAt, String excerpt) {}

    /** Page {@code page} (from 1) of the {@code total} answers, with the votes of member {@code reader} (0 for a guest). */
    public List<AnswerCard> page(long question, int page, int total, long reader) {
        int before = (page - 1) * PAGE_SIZE;
        int here = Math.min(PAGE_SIZE, total - before);
        int after = total - before - here;
        boolean fromEnd = here > 0 && after < before;
        return cards(fromEnd ? PAGE_FROM_END : PAGE, reader)
                .setParameter("question", question)
                .setParameter("size", fromEnd ? here : PAGE_SIZE)
                .setParameter("skip", fromEnd ? after : before)
                .list();
    }

    /** At most {@code limit} answers newer than the answer {@code after}, oldest first: what a page has missed. */
    public List<AnswerCard> newer(long question, long after, int limit) {
        return cards(NEWER, 0)
                .setParameter("question", question)
                .setParameter("after", after)
                .setParameter("size", limit)
                .list();
    }

    /** One answer as everyone sees it, or empty where it is gone. */
    public Optional<AnswerCard> one(long id) {
        return cards(ONE, 0).setParameter("id", id).uniqueResultOptional();
    }

    /** Page {@code page} of one member's answers, newest first. */
    public List<Mine> ofMember(long author, int page, int size) {
        return database.createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("answered_at", Instant.class)
                .addScalar("body", String.class)
                .setParameter("author", author)
                .setParameter("size", size)
                .setParameter("skip", (page - 1) * size)
                .setTupleTransformer((row, names) -> mine(row))
                .list();
    }

    private static Mine mine(Object[] row) {
        return new Mine(
                (Long) row[0],
                (Long) row[1],
                (String) row[2],
                (Integer) row[3],
                (Boolean) row[4],
                (Instant) row[5],
                Excerpt.of((String) row[6], EXCERPT_CHARACTERS));
    }

    /** The page (from 1) on which {@code answer} stands. */
    public int pageOf(Answer answer) {
        long before = database.createNativeQuery(BEFORE, Long.class)
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
        NativeQuery<Object[]> rows = database.createNativeQuery(sql, Object[].class)
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
                .addScalar("my_vote", Integer.class);
        return rows.setParameter("reader", reader).setTupleTransformer((row, names) -> card(row));
    }

    private static AnswerCard card(Object[] row) {
        MemberRef author = new MemberRef((Long) row[7], (String) row[8], (String) row[9], (Integer) row[10]);
        return new AnswerCard(
                (Long) row[0],
                (Long) row[1],
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (Integer) row[5],
                (Boolean) row[6],
                author,
                row[11] == null ? 0 : (Integer) row[11]);
    }
}
