package askme.comment;

import askme.database.Row;
import askme.member.MemberRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads comments. Each query walks an index of the post's comments, so its time does not grow with their number. */
@ApplicationScoped
public class CommentQueries {

    /** The comments of a post on the page of its question; the others are on request. */
    static final int SHOWN = 5;

    /** The comments on one page of all comments of a post. */
    public static final int PAGE_SIZE = 100;

    static final String CARDS = """
            SELECT STRAIGHT_JOIN c.id, c.question_id, c.answer_id, c.body, c.posted_at, c.edited_at, c.rating,
                   IF(c.mention_count = 0, NULL, (SELECT GROUP_CONCAT(t.name, '/', n.nickname SEPARATOR ' ')
                      FROM comment_mention t JOIN member n ON n.id = t.member_id WHERE t.comment_id = c.id)) AS mentions,
                   c.author_id, m.nickname, m.avatar, m.rating AS author_rating, v.comment_id AS my_vote
            FROM (%s) page
            JOIN comment c ON c.id = page.id
            JOIN member m ON m.id = c.author_id
            LEFT JOIN comment_vote v ON v.comment_id = c.id AND v.member_id = :reader
            """;

    /** The best comments of one post; a page joins one for each post that has comments. */
    static final String BEST = "(SELECT id FROM comment FORCE INDEX (comment_best) WHERE question_id = :question"
            + " AND answer_id %s ORDER BY rating DESC, id LIMIT " + SHOWN + ")";

    static final String PAGE = "SELECT id FROM comment FORCE INDEX (comment_order) WHERE question_id = :question"
            + " AND answer_id %s AND id > :after ORDER BY id LIMIT :size";

    static final String NEWER = "SELECT id FROM comment FORCE INDEX (comment_newer) WHERE question_id = :question"
            + " AND id > :after ORDER BY id LIMIT :size";

    static final String NEWEST = "SELECT id FROM comment FORCE INDEX (comment_newer) WHERE question_id = :question"
            + " ORDER BY id DESC LIMIT :size";

    /** Without the comments of deleted answers. */
    private static final String ON_VISIBLE =
            " WHERE NOT EXISTS (SELECT a.id FROM answer a WHERE a.id = c.answer_id AND a.hidden <> 0)";

    private final Session hibernate;

    CommentQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * The comments to show under each of these posts of one question: the best, in the order of their time.
     *
     * @param counts the numbers of comments of the posts
     * @param reader the id of the reader, 0 for a guest
     */
    public Map<CommentedPost, CommentThread> shown(Map<CommentedPost, Integer> counts, long reader) {
        List<CommentedPost> commented = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        Map<CommentedPost, List<CommentCard>> cards = commented.isEmpty() ? Map.of() : best(commented, reader);
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        count -> new CommentThread(
                                count.getKey(), count.getValue(), cards.getOrDefault(count.getKey(), List.of()))));
    }

    private Map<CommentedPost, List<CommentCard>> best(List<CommentedPost> posts, long reader) {
        List<String> parts = new ArrayList<>();
        for (CommentedPost post : posts) {
            parts.add(BEST.formatted(isAnswer(post)));
        }
        return cards(String.join(" UNION ALL ", parts), reader)
                .setParameter("question", posts.get(0).questionId())
                .stream()
                .sorted(Comparator.comparing(CommentCard::id))
                .collect(Collectors.groupingBy(CommentCard::post));
    }

    /** At most {@value #PAGE_SIZE} comments of {@code post} after comment {@code after}, the oldest first. */
    public List<CommentCard> page(CommentedPost post, long after, long reader) {
        return cards(PAGE.formatted(isAnswer(post)), reader)
                .setParameter("question", post.questionId())
                .setParameter("after", after)
                .setParameter("size", PAGE_SIZE)
                .stream()
                .sorted(Comparator.comparing(CommentCard::id))
                .toList();
    }

    /** At most {@code limit} comments on the page of a question that are newer than {@code after}, the oldest first. */
    public List<CommentCard> newer(long question, long after, int limit) {
        return cards(NEWER, ON_VISIBLE, 0)
                .setParameter("question", question)
                .setParameter("after", after)
                .setParameter("size", limit)
                .stream()
                .sorted(Comparator.comparing(CommentCard::id))
                .toList();
    }

    /** The newest comments on the page of a question, at most {@code limit}, the newest first. */
    public List<CommentCard> newest(long question, int limit) {
        return cards(NEWEST, ON_VISIBLE, 0).setParameter("question", question).setParameter("size", limit).stream()
                .sorted(Comparator.comparing(CommentCard::id).reversed())
                .toList();
    }

    /** One comment as guests see it; empty if it was deleted. */
    public Optional<CommentCard> one(long id) {
        return one(id, 0);
    }

    /** The same with the mark of member {@code reader}. */
    public Optional<CommentCard> one(long id, long reader) {
        return known(List.of(id), reader).stream().findFirst();
    }

    /** These comments as guests see them, without those that were deleted. */
    public List<CommentCard> known(List<Long> ids) {
        return known(ids, 0);
    }

    private List<CommentCard> known(List<Long> ids, long reader) {
        return ids.isEmpty()
                ? List.of()
                : cards("SELECT id FROM comment WHERE id IN (:ids)", ON_VISIBLE, reader)
                        .setParameterList("ids", ids)
                        .list();
    }

    private static String isAnswer(CommentedPost post) {
        return post.answerId() == null ? "IS NULL" : "= " + post.answerId();
    }

    private NativeQuery<CommentCard> cards(String ids, long reader) {
        return cards(ids, "", reader);
    }

    private NativeQuery<CommentCard> cards(String ids, String condition, long reader) {
        return hibernate
                .createNativeQuery(CARDS.formatted(ids) + condition, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("body", String.class)
                .addScalar("posted_at", Instant.class)
                .addScalar("edited_at", Instant.class)
                .addScalar("rating", Integer.class)
                .addScalar("mentions", String.class)
                .addScalar("author_id", Long.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("author_rating", Integer.class)
                .addScalar("my_vote", Long.class)
                .setParameter("reader", reader)
                .setTupleTransformer((values, names) -> card(new Row(values, names)));
    }

    private static CommentCard card(Row row) {
        long answer = row.idOrZero("answer_id");
        return new CommentCard(
                row.id("id"),
                new CommentedPost(row.id("question_id"), answer == 0 ? null : answer),
                row.text("body"),
                CommentMentions.links(row.text("mentions")),
                row.moment("posted_at"),
                row.moment("edited_at"),
                row.number("rating"),
                new MemberRef(
                        row.id("author_id"), row.text("nickname"), row.text("avatar"), row.number("author_rating")),
                row.idOrZero("my_vote") != 0);
    }
}
