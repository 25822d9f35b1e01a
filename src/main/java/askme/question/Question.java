package askme.question;

import askme.markdown.Excerpt;
import askme.member.MemberRef;
import askme.revision.Content;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A question. SQL changes its rating and its number of answers by a delta, so that concurrent changes are never lost. */
@Entity
public class Question extends PanacheEntityBase {

    private static final int EXCERPT_CHARACTERS = 240;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "author_id")
    public long authorId;

    public String title;

    /** Markdown as typed. */
    @Column(columnDefinition = "mediumtext")
    public String body;

    /** The first lines as plain text, for listings. */
    public String excerpt;

    /** The tags, separated by spaces. */
    @Column(name = "tag_names")
    public String tagNames;

    @Column(name = "asked_at")
    public Instant askedAt;

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

    @Column(name = "answer_count", updatable = false)
    public int answerCount;

    /** The number of comments on the question itself. */
    @Column(name = "comment_count", updatable = false)
    public int commentCount;

    /** The answer marked by the author, or null. */
    @Column(name = "accepted_answer_id", updatable = false)
    public Long acceptedAnswerId;

    /** Whether it was deleted; a column that the database computes from the page version. */
    @Column(columnDefinition = "tinyint", insertable = false, updatable = false)
    public boolean hidden;

    /** {@link #OPEN}, {@link #CLOSED} or {@link #DUPLICATE}; computed from the page version like {@link #hidden}. */
    @Column(columnDefinition = "tinyint", insertable = false, updatable = false)
    public int closed;

    /** Whether a moderator has locked it; computed from the page version like {@link #hidden}. */
    @Column(columnDefinition = "tinyint", insertable = false, updatable = false)
    public boolean locked;

    public static final int OPEN = 0;

    /** Closed for another reason than {@link #DUPLICATE}. */
    public static final int CLOSED = 1;

    public static final int DUPLICATE = 2;

    /** The bits of the page version that hold the state, see {@code V38__closing.sql}. */
    private static final int CLOSED_BIT = 56;

    private static final int LOCKED_BIT = 58;

    private static final LocalizedMessages<QuestionMessages> MESSAGES = LocalizedMessages.of(QuestionMessages.class);

    /** Deleting subtracts this from the page version, see {@code V28__soft_deletion.sql}. No version grows so far. */
    private static final long HIDDEN = 1L << 62;

    static Question asked(Content content, MemberRef author, Instant now) {
        Question question = new Question();
        question.authorId = author.id();
        question.askedAt = now;
        question.write(content);
        return question;
    }

    void write(Content content) {
        title = content.title();
        body = content.body();
        excerpt = Excerpt.of(body, EXCERPT_CHARACTERS);
        tagNames = content.tagNames();
    }

    /** The parts that an edit may change. */
    public Content content() {
        return new Content(title, tagNames, body);
    }

    /** The last question of {@code author}, if it equals {@code form} and was asked after {@code since}: a form sent twice. */
    static Optional<Question> findDuplicate(AskForm form, long author, Instant since) {
        return Question.<Question>find("authorId = ?1 and hidden = false order by id desc", author)
                .firstResultOptional()
                .filter(last -> last.askedAt.isAfter(since)
                        && last.title.equals(form.title())
                        && last.body.equals(form.text()));
    }

    /** The question with this id; empty if it does not exist or was deleted. */
    public static Optional<Question> findVisible(long id) {
        return Question.<Question>findByIdOptional(id).filter(question -> !question.hidden);
    }

    /** The question with this id; 404 if it does not exist or was deleted. */
    public static Question require(long id) {
        return findVisible(id).orElseThrow(NotFoundException::new);
    }

    /**
     * Locks the row until the transaction ends; the first lock of every transaction on a question. 404 if it does not exist or was
     * deleted.
     */
    public static Question lockById(long id) {
        return lock(id).filter(question -> !question.hidden).orElseThrow(NotFoundException::new);
    }

    /** Locks a question that may be deleted; empty if it does not exist. */
    public static Optional<Question> lock(long id) {
        // Native SQL: Hibernate's lock for MySQL (FOR UPDATE OF) is a syntax error in MariaDB.
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT * FROM question WHERE id = ?1 FOR UPDATE", Question.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Question.class::cast).findFirst();
    }

    /** Hides the question, or shows it again. The caller has locked it. No cached page has the new version. */
    static void hide(long id, boolean hidden) {
        getEntityManager()
                .createNativeQuery("UPDATE question SET version = version + ?1 WHERE id = ?2")
                .setParameter(1, hidden ? -HIDDEN : HIDDEN + 1)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** The step of the page version that closes the question, or opens it. */
    public long stepTo(int state) {
        return (long) (state - closed) << CLOSED_BIT;
    }

    /** The step of the page version that locks or unlocks the question. */
    public long stepTo(boolean lock) {
        return (long) (Boolean.compare(lock, locked)) << LOCKED_BIT;
    }

    public boolean closedNow() {
        return closed != OPEN;
    }

    /** Refuses an answer to a closed question. */
    public Question requireOpen() {
        if (closedNow()) {
            throw new ProblemException(409, "closed", MESSAGES.get().is_closed());
        }
        return this;
    }

    /** Refuses a change of a locked question. The caller has locked the row. */
    public Question requireUnlocked() {
        requireUnlocked(locked);
        return this;
    }

    /** Refuses a change of a post that a moderator has locked. */
    public static void requireUnlocked(boolean locked) {
        if (locked) {
            throw new ProblemException(409, "locked", MESSAGES.get().is_locked());
        }
    }

    /** Changes the number of answers by {@code delta}. */
    public static void addAnswers(long id, int delta) {
        update("answerCount = answerCount + ?1 where id = ?2", delta, id);
    }

    /** Marks the answer as accepted; null removes the mark. */
    public static void accept(long id, Long answerId) {
        update("acceptedAnswerId = ?1 where id = ?2", answerId, id);
    }

    /** The tags as a list. */
    public List<String> tags() {
        return QuestionCard.words(tagNames);
    }
}
