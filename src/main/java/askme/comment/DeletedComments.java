package askme.comment;

import askme.database.Row;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Keeps deleted comments with their marks, so that a deletion can be undone. */
@ApplicationScoped
class DeletedComments {

    private static final String KEEP = """
            INSERT INTO deleted_comment (comment_id, question_id, answer_id, author_id, body, posted_at, edited_at, voters, deleted_by, deleted_at, sweep_id)
            SELECT id, question_id, answer_id, author_id, body, posted_at, edited_at, :voters, :by, :at, :sweep FROM comment WHERE id = :id""";

    private static final String RESTORE = """
            INSERT INTO comment (id, question_id, answer_id, author_id, body, posted_at, edited_at, rating)
            SELECT comment_id, question_id, answer_id, author_id, body, posted_at, edited_at, 0 FROM deleted_comment WHERE comment_id = :id""";

    private static final String VOTE =
            "INSERT INTO comment_vote (comment_id, member_id, voted_at) SELECT :id, id, UTC_TIMESTAMP(6) FROM member WHERE id IN (:voters)";

    private static final String ONE =
            "SELECT question_id, COALESCE(answer_id, 0) AS answer_id, author_id, voters, deleted_by FROM deleted_comment WHERE comment_id = :id";

    private static final String FORGET = "DELETE FROM deleted_comment WHERE comment_id = :id";

    static final String OLD = "DELETE FROM deleted_comment WHERE deleted_at < :before ORDER BY deleted_at LIMIT 100";

    private final Session hibernate;
    private final Clock clock;

    DeletedComments(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    private record Kept(CommentedPost post, long author, String voters, long by) {

        static Kept of(Row row) {
            long answer = row.id("answer_id");
            return new Kept(
                    new CommentedPost(row.id("question_id"), answer == 0 ? null : answer),
                    row.id("author_id"),
                    row.text("voters"),
                    row.id("deleted_by"));
        }

        List<Long> marks() {
            return voters.isEmpty()
                    ? List.of()
                    : List.of(voters.split(",")).stream().map(Long::valueOf).toList();
        }
    }

    /**
     * Keeps a comment that the caller deletes in this transaction.
     *
     * @param sweep the sweep that deletes it with all posts of its author; 0 for none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(long id, long by, long sweep) {
        String voters = hibernate
                .createNativeQuery("SELECT member_id FROM comment_vote WHERE comment_id = :id", Long.class)
                .addScalar("member_id", Long.class)
                .setParameter("id", id)
                .list()
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        hibernate
                .createNativeMutationQuery(KEEP)
                .setParameter("voters", voters)
                .setParameter("by", by)
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .setParameter("sweep", sweep)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The post of a deleted comment, for a member who may undelete it; 404 for others. */
    CommentedPost postOf(long id, Rights rights) {
        Kept kept = require(id);
        if (!rights.moderates() && kept.by != rights.memberId()) {
            throw new NotFoundException();
        }
        return kept.post;
    }

    /** The post of a deleted comment; 404 if it is not deleted. */
    CommentedPost postOf(long id) {
        return require(id).post;
    }

    /** The author of a deleted comment; 404 if it is not deleted. */
    long authorOf(long id) {
        return require(id).author;
    }

    /** Adds the row of the comment with its marks again. The caller has locked its question. */
    @Transactional(Transactional.TxType.MANDATORY)
    void restore(long id) {
        List<Long> marks = require(id).marks();
        change(RESTORE, id);
        change(FORGET, id);
        if (!marks.isEmpty()) {
            int restored = hibernate
                    .createNativeMutationQuery(VOTE)
                    .setParameter("id", id)
                    .setParameterList("voters", marks)
                    .executeUpdate();
            hibernate
                    .createNativeMutationQuery("UPDATE comment SET rating = :rating WHERE id = :id")
                    .setParameter("rating", restored)
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    /** Removes some comments that were deleted longer than {@code age} ago. Returns how many. */
    @Transactional
    int purge(Duration age) {
        return hibernate
                .createNativeMutationQuery(OLD)
                .setParameter("before", Instant.now(clock).minus(age))
                .executeUpdate();
    }

    private Kept require(long id) {
        return hibernate
                .createNativeQuery(ONE, Object[].class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("voters", String.class)
                .addScalar("deleted_by", Long.class)
                .setParameter("id", id)
                .setTupleTransformer((values, names) -> Kept.of(new Row(values, names)))
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    private void change(String sql, long id) {
        hibernate.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
    }
}
