package askme.comment;

import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.jobs.queue.Outbox;
import askme.markdown.UserInput;
import askme.member.Member;
import askme.member.MemberRef;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.Question;
import askme.question.Questions;
import askme.question.listed.ListedQuestions;
import askme.session.Rights;
import askme.vote.VoteState;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.EditVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/**
 * Posts, edits and deletes comments, and marks them as helpful. Each method is one transaction. It locks the question first, as every
 * change of a page does.
 */
@ApplicationScoped
public class Comments {

    private static final String LOCK_ANSWER =
            "SELECT locked FROM answer WHERE id = :id AND question_id = :question AND hidden = 0 LOCK IN SHARE MODE";

    static final String OF_ANSWER =
            "SELECT id FROM comment FORCE INDEX (comment_of_answer) WHERE answer_id = :id ORDER BY id FOR UPDATE";

    private final PageChanges changes;
    private final Outbox outbox;
    private final CommentMentions mentions;
    private final Drafts drafts;
    private final ListedQuestions listed;
    private final PictureUses pictures;
    private final Session hibernate;
    private final Clock clock;
    private final LocalizedMessages<CommentMessages> messages = LocalizedMessages.of(CommentMessages.class);

    Comments(
            PageChanges changes,
            Outbox outbox,
            CommentMentions mentions,
            Drafts drafts,
            ListedQuestions listed,
            PictureUses pictures,
            Session hibernate,
            Clock clock) {
        this.changes = changes;
        this.outbox = outbox;
        this.mentions = mentions;
        this.drafts = drafts;
        this.listed = listed;
        this.pictures = pictures;
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** Stores the comment and returns its id; a form sent twice gives one comment. 404 if the post does not exist. */
    @Transactional
    public long post(CommentedPost post, CommentForm form, MemberRef author) {
        begin(post);
        Member.lock(author.id());
        drafts.end(author.id(), DraftPlace.commentOn(post.questionId(), post.answerId()));
        Instant now = now();
        return Comment.findDuplicate(post, form.text(), author.id(), now.minus(Questions.SENT_TWICE))
                .map(duplicate -> duplicate.id)
                .orElseGet(() -> add(post, form.text(), author.id(), now));
    }

    /** Adds a comment whose text was an answer before. The caller has locked the question and raised the version of its page. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long add(CommentedPost post, String text, long author) {
        requirePost(post, true);
        return add(post, text, author, now());
    }

    /** Fails if nobody may add a comment to this post now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requirePossible(CommentedPost post) {
        begin(post);
    }

    /** Adds a comment that was held before, as if its author posted it now. Returns its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long publish(CommentedPost post, String text, long author) {
        begin(post);
        Member.lock(author);
        return add(post, text, author, now());
    }

    private long add(CommentedPost post, String text, long author, Instant now) {
        Comment comment = new Comment();
        comment.questionId = post.questionId();
        comment.answerId = post.answerId();
        comment.authorId = author;
        comment.body = text;
        comment.postedAt = now;
        comment.persistAndFlush();
        pictures.record(CommentTexts.KIND, comment.id, comment.body);
        count(post, 1);
        mentions.store(comment, author);
        listed.active(post.questionId(), now);
        outbox.record(new CommentPosted(comment.id, post.questionId()));
        return comment.id;
    }

    /**
     * Changes the text. Returns the author's id.
     *
     * @param version that the member saw; empty for any
     */
    @Transactional
    long edit(long id, CommentedPost post, CommentForm form, String version, MemberRef editor, Rights rights) {
        begin(post);
        Comment comment = Comment.lockById(id);
        Rights.require(rights.mayChangeComment(comment.authorId));
        if (!form.text().equals(comment.body)) {
            EditVersion.require(version, comment.editedAt);
            comment.body = form.text();
            comment.editedAt = now();
            mentions.store(comment, editor.id());
            pictures.record(CommentTexts.KIND, id, comment.body);
            outbox.record(new CommentEdited(id, post.questionId()));
        }
        return comment.authorId;
    }

    /** The post of comment {@code id}; 404 if it does not exist. */
    public static CommentedPost postOf(long id) {
        return Comment.postOf(id);
    }

    /**
     * The author and the text of a deleted comment that becomes an answer.
     *
     * @param text Markdown that shows the same as an answer
     */
    public record Taken(long author, String text) {}

    /** Deletes a comment in the caller's transaction, which makes an answer of its text. The question is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Taken take(long id) {
        Comment comment = Comment.lockById(id);
        requirePost(comment.post(), true);
        remove(comment);
        return new Taken(comment.authorId, UserInput.asBlock(comment.body));
    }

    /** Removes the row of a comment and counts it no longer. */
    void remove(Comment comment) {
        comment.delete();
        count(comment.post(), -1);
        outbox.record(new CommentDeleted(comment.id, comment.questionId, comment.answerId));
    }

    /** Marks the comment as helpful, or takes the mark back. Nobody marks an own comment. */
    @Transactional
    VoteState vote(long id, CommentedPost post, MemberRef voter) {
        begin(post);
        outbox.record(new CommentVoted(id, post.questionId()));
        Comment comment = Comment.lockById(id);
        if (comment.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_comment());
        }
        boolean undone =
                change("DELETE FROM comment_vote WHERE comment_id = ?1 AND member_id = ?2", id, voter.id()) == 1;
        if (!undone) {
            change(
                    "INSERT INTO comment_vote (comment_id, member_id, voted_at) VALUES (?1, ?2, UTC_TIMESTAMP(6))",
                    id,
                    voter.id());
        }
        change("UPDATE comment SET rating = rating + ?2 WHERE id = ?1", id, undone ? -1 : 1);
        return new VoteState(comment.rating + (undone ? -1 : 1), undone ? 0 : 1);
    }

    /** The same; a moderator may also change the comments of a locked post. */
    void begin(CommentedPost post, boolean alsoLocked) {
        if (alsoLocked) {
            changes.question(post.questionId());
            requirePost(post, true);
        } else {
            begin(post);
        }
    }

    /** Locks the question and the answer, if a change of the comments of this post is allowed. */
    private void begin(CommentedPost post) {
        if (post.answerId() == null) {
            Question.requireUnlocked(!changes.unlocked(post.questionId()));
        } else {
            changes.question(post.questionId());
            requirePost(post, false);
        }
    }

    /** 404 for an answer that was deleted, or moved to another question, since its page was read. */
    private void requirePost(CommentedPost post, boolean alsoLocked) {
        if (post.answerId() == null) {
            return; // the caller's change of the question found it
        }
        boolean locked = hibernate
                .createNativeQuery(LOCK_ANSWER, Boolean.class)
                .addScalar("locked", Boolean.class)
                .setParameter("id", post.answerId())
                .setParameter("question", post.questionId())
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
        Question.requireUnlocked(locked && !alsoLocked);
    }

    /** Gives all comments of the answer to another post of the question. Open pages receive each of them there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveAll(CommentedPost from, CommentedPost to) {
        List<Long> moved = hibernate
                .createNativeQuery(OF_ANSWER, Long.class)
                .addScalar("id", Long.class)
                .setParameter("id", from.answerId())
                .getResultList();
        if (moved.isEmpty()) {
            return;
        }
        hibernate
                .createNativeMutationQuery("UPDATE comment SET answer_id = :answer WHERE id IN (:moved)")
                .setParameter("answer", to.answerId(), Long.class)
                .setParameterList("moved", moved)
                .executeUpdate();
        count(from, -moved.size());
        count(to, moved.size());
        moved.forEach(id -> outbox.record(new CommentMoved(id, to.questionId())));
    }

    /** Adds to the number of comments of the post. */
    void count(CommentedPost post, int delta) {
        String table = post.answerId() == null ? "question" : "answer";
        change(
                "UPDATE " + table + " SET comment_count = comment_count + ?2 WHERE id = ?1",
                post.answerId() == null ? post.questionId() : post.answerId(),
                delta);
    }

    private int change(String sql, long first, long second) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate();
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
