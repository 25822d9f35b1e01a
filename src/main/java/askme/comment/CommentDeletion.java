package askme.comment;

import askme.jobs.queue.Outbox;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.Target;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Deletes comments and undeletes them. Each method locks the question first, as every change of a page does. */
@ApplicationScoped
public class CommentDeletion {

    private final Comments comments;
    private final DeletedComments deleted;
    private final CommentMentions mentions;
    private final PictureUses pictures;
    private final PageChanges changes;
    private final ModerationLog log;
    private final Outbox outbox;

    CommentDeletion(
            Comments comments,
            DeletedComments deleted,
            CommentMentions mentions,
            PictureUses pictures,
            PageChanges changes,
            ModerationLog log,
            Outbox outbox) {
        this.comments = comments;
        this.deleted = deleted;
        this.mentions = mentions;
        this.pictures = pictures;
        this.changes = changes;
        this.log = log;
        this.outbox = outbox;
    }

    /**
     * Deletes the comment with its marks. Returns the author's id.
     *
     * @param reason the author reads it in the log, if somebody else deletes the comment
     */
    @Transactional
    public long delete(long id, CommentedPost post, Rights rights, String reason) {
        comments.begin(post, rights.mayLock());
        Comment comment = Comment.lockById(id);
        Rights.require(rights.mayChangeComment(comment.authorId));
        deleted.keep(id, rights.memberId(), 0);
        comments.remove(comment);
        record(rights, Act.DELETE, id, comment.authorId, reason);
        return comment.authorId;
    }

    /** Deletes a comment without an entry of the log: the caller records one for this, or for all posts of a member. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sweep(long id, long sweep, long deleter) {
        comments.begin(Comment.postOf(id), true);
        Comment comment = Comment.lockById(id);
        deleted.keep(id, deleter, sweep);
        comments.remove(comment);
    }

    /** Shows a deleted comment again, and returns its post. 404 for members who may not do it, and if its post was deleted too. */
    @Transactional
    public CommentedPost undelete(long id, Rights rights) {
        CommentedPost post = deleted.postOf(id, rights);
        long author = deleted.authorOf(id);
        show(id, post, rights.mayLock());
        record(rights, Act.UNDELETE, id, author, "");
        return post;
    }

    /** Takes {@link #sweep} back. 404 if the post of the comment was deleted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unsweep(long id) {
        show(id, deleted.postOf(id), true);
    }

    private void show(long id, CommentedPost post, boolean alsoLocked) {
        comments.begin(post, alsoLocked);
        deleted.restore(id);
        Comment comment = Comment.lockById(id);
        comments.count(post, 1);
        mentions.store(comment, comment.authorId);
        pictures.record(CommentTexts.KIND, id, comment.body);
        outbox.record(new CommentUndeleted(id, post.questionId()));
    }

    private void record(Rights rights, Act act, long id, long author, String reason) {
        if (author != rights.memberId()) {
            log.record(rights.memberId(), act, Target.comment(id), author, reason);
        }
    }

    /** Removes some comments that were deleted longer than {@code age} ago. Returns how many. */
    public int purge(Duration age) {
        return deleted.purge(age);
    }
}
