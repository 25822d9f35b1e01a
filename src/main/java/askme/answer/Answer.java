package askme.answer;

import askme.member.Member;
import askme.question.Question;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer to a question. */
@Entity
public class Answer extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "question_id", updatable = false)
    public long questionId;

    @Column(name = "author_id", updatable = false)
    public long authorId;

    /** Markdown as typed. */
    @Column(columnDefinition = "mediumtext")
    public String body;

    @Column(name = "answered_at", updatable = false)
    public Instant answeredAt;

    /** When it was last edited, or null. */
    @Column(name = "edited_at")
    public Instant editedAt;

    /** The id of the last editor; null if it was never edited, or before the site stored editors. */
    @Column(name = "edited_by")
    public Long editedBy;

    /** The number of its last revision, 0 if it has none. */
    public int revision;

    @Column(updatable = false)
    public int rating;

    /** The number of comments on the answer. */
    @Column(name = "comment_count", updatable = false)
    public int commentCount;

    /** Whether the question's author accepted it; at most one answer of a question is accepted. */
    @Column(updatable = false)
    public boolean accepted;

    /** See {@code V28__soft_deletion.sql}: {@link #VISIBLE}, {@link #DELETED}, or {@link #HIDDEN}. */
    @Column(columnDefinition = "tinyint", insertable = false, updatable = false)
    public byte hidden;

    /** Whether a moderator has locked it. */
    @Column(columnDefinition = "tinyint", insertable = false, updatable = false)
    public boolean locked;

    static final byte VISIBLE = 0;

    /** The answer itself was deleted. */
    static final byte DELETED = 1;

    /** Its question was deleted. */
    static final byte HIDDEN = 2;

    /** Two rows, or one if the author votes. The members are locked in the order of their ids, as in {@link Member#lock(long, long)}. */
    private static final String FOR_VOTE = """
            SELECT a.*, COALESCE((SELECT v.value FROM answer_vote v WHERE v.answer_id = a.id AND v.member_id = :voter), 0) AS vote
            FROM answer a JOIN member m ON m.id IN (:author, :voter)
            WHERE a.id = :id ORDER BY m.id FOR UPDATE""";

    private static final LocalizedMessages<AnswerMessages> MESSAGES = LocalizedMessages.of(AnswerMessages.class);

    private static final String IS_VISIBLE =
            " and a.hidden = 0 and exists (select q.id from Question q where q.id = a.questionId and q.hidden = false)";

    /** The answer with this id; 404 if it does not exist, or if it or its question was deleted. */
    public static Answer require(long id) {
        return Answer.<Answer>find("from Answer a where a.id = ?1" + IS_VISIBLE, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The question of the visible answer {@code id}; 404 if there is no such answer. The answer is not loaded: an entity that is loaded
     * before its row is locked keeps the old values.
     */
    public static long questionOf(long id) {
        return find("select a.questionId from Answer a where a.id = ?1" + IS_VISIBLE, id)
                .project(Long.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The rows that a vote locks besides its own.
     *
     * @param questionId the answer's question
     * @param authorId the answer's author
     */
    @RegisterForReflection(fields = false, methods = false) // Hibernate calls the constructor
    record Origin(long questionId, long authorId) {}

    /** The origin of the visible answer {@code id}; 404 if there is no such answer. */
    static Origin originOf(long id) {
        return find("select a.questionId, a.authorId from Answer a where a.id = ?1" + IS_VISIBLE, id)
                .project(Origin.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    static boolean isDeleted(long id) {
        return count("id = ?1 and hidden = ?2", id, DELETED) > 0;
    }

    /** The question of a deleted answer; 404 if the answer does not exist or is not deleted. */
    static long questionOfDeleted(long id) {
        return find("select a.questionId from Answer a where a.id = ?1 and a.hidden = ?2", id, DELETED)
                .project(Long.class)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last answer of {@code author}, if it is the same one and was posted after {@code since}: a form sent twice. */
    static Optional<Answer> findDuplicate(long question, String body, long author, Instant since) {
        return Answer.<Answer>find("authorId = ?1 and hidden = 0 order by id desc", author)
                .firstResultOptional()
                .filter(last ->
                        last.questionId == question && last.answeredAt.isAfter(since) && last.body.equals(body));
    }

    /**
     * Locks the row until the transaction ends. 404 if the answer does not exist or is hidden.
     *
     * @param question the answer's question, which is locked. Before that, a merge may have moved the answer to another one: 409
     */
    static Answer lockById(long id, long question) {
        return lock(id, VISIBLE).requireQuestion(question);
    }

    private Answer requireQuestion(long question) {
        if (questionId != question) {
            throw new ProblemException(409, "answer-moved", MESSAGES.get().moved());
        }
        return this;
    }

    /**
     * Locks the answer, its author and the voter, and reads the voter's vote: one statement, because each costs a round trip. The
     * caller has locked the question, so no other vote for this answer is under way.
     */
    static Voted lockForVote(long id, Origin origin, long voter) {
        List<Voted> rows = getSession()
                .createNativeQuery(FOR_VOTE, Object[].class)
                .addEntity("a", Answer.class)
                .addScalar("vote", Integer.class)
                .setTupleTransformer((values, names) -> new Voted((Answer) values[0], (int) values[1]))
                .setParameter("id", id)
                .setParameter("author", origin.authorId())
                .setParameter("voter", voter)
                .getResultList();
        return rows.stream()
                .filter(row -> row.answer().hidden == VISIBLE)
                .findFirst()
                .map(row -> new Voted(row.answer().requireQuestion(origin.questionId()), row.vote()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * An answer that is locked for a vote.
     *
     * @param vote the voter's vote so far: 1, -1, or 0 for none
     */
    record Voted(Answer answer, int vote) {}

    /** Locks a deleted answer. 404 if the answer does not exist or is not deleted. */
    static Answer lockDeleted(long id) {
        return lock(id, DELETED);
    }

    private static Answer lock(long id, byte hidden) {
        // Native SQL: Hibernate's lock for MySQL (FOR UPDATE OF) is a syntax error in MariaDB.
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT * FROM answer WHERE id = ?1 FOR UPDATE", Answer.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(Answer.class::cast)
                .filter(answer -> answer.hidden == hidden)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Hides the answer, or shows it again. The caller has locked it. */
    static void hide(long id, byte hidden) {
        getEntityManager()
                .createNativeQuery("UPDATE answer SET hidden = ?1 WHERE id = ?2")
                .setParameter(1, hidden)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** The sum of the votes for the answer. */
    static int countVotes(long id) {
        Number sum = (Number) getEntityManager()
                .createNativeQuery(
                        "SELECT COALESCE(SUM(value), 0) + COALESCE((SELECT imported_rating FROM imported_answer"
                                + " WHERE answer_id = ?1), 0) AS votes FROM answer_vote WHERE answer_id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return sum.intValue();
    }

    /** Stores the sum of the votes. */
    static void setRating(long id, int rating) {
        getEntityManager()
                .createNativeQuery("UPDATE answer SET rating = ?1 WHERE id = ?2")
                .setParameter(1, rating)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Changes the rating of the answer and of its author by {@code delta}. */
    static void addRating(long id, int delta) {
        getEntityManager()
                .createNativeQuery("""
                        UPDATE answer a JOIN member m ON m.id = a.author_id
                        SET a.rating = a.rating + ?1, m.rating = m.rating + ?1
                        WHERE a.id = ?2""")
                .setParameter(1, delta)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Refuses a change of a locked answer. The caller has locked the row. */
    void requireUnlocked() {
        Question.requireUnlocked(locked);
    }

    /** Whether this answer keeps its question from the list of unanswered questions. */
    boolean isGood() {
        return isGood(accepted, rating);
    }

    static boolean isGood(boolean accepted, int rating) {
        return accepted || rating > 0;
    }

    /** Sets or removes the accepted mark. */
    static void mark(long id, boolean accepted) {
        update("accepted = ?1 where id = ?2", accepted, id);
    }
}
