package askme.comment;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.DeleteForm;
import askme.moderation.Newcomers;
import askme.question.Question;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.waiting.WaitingPosts;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Sent;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import org.hibernate.Session;

/** The acts of members on comments, by a page or by the API. The rules and their messages are here, so that both are the same. */
@ApplicationScoped
public class CommentActs {

    private static final String QUESTION_OF_ANSWER = "SELECT question_id FROM answer WHERE id = :id AND hidden = 0";

    private final Comments comments;
    private final CommentDeletion deletion;
    private final CurrentMember current;
    private final FormValidator check;
    private final Newcomers newcomers;
    private final WaitingPosts waiting;
    private final HeldPosts held;
    private final Audit audit;
    private final Session hibernate;

    CommentActs(
            Comments comments,
            CommentDeletion deletion,
            CurrentMember current,
            FormValidator check,
            Newcomers newcomers,
            WaitingPosts waiting,
            HeldPosts held,
            Audit audit,
            Session hibernate) {
        this.comments = comments;
        this.deletion = deletion;
        this.current = current;
        this.check = check;
        this.newcomers = newcomers;
        this.waiting = waiting;
        this.held = held;
        this.audit = audit;
        this.hibernate = hibernate;
    }

    /**
     * Adds a comment and gives its id.
     *
     * @throws askme.held.PostHeld if it waits for a moderator
     */
    public Sent<Long> post(CommentedPost post, CommentForm form) {
        MemberRef author = current.required();
        FormErrors errors = checked(post, form);
        if (errors.any()) {
            return new Sent.Refused<>(errors);
        }
        if (current.mustConfirm()) {
            DraftPlace place = DraftPlace.commentOn(post.questionId(), post.answerId());
            return waiting.keep(author.id(), place, Map.of("text", form.text()))
                    .<Sent<Long>>map(reason -> new Sent.Refused<>(errors.add("text", reason)))
                    .orElseGet(Sent.Waits::new);
        }
        held.check(
                HeldPosts.Typed.comment(post.questionId(), post.answerId(), form.text()),
                current.rights(),
                () -> comments.requirePossible(post));
        return new Sent.Added<>(comments.post(post, form, author), false);
    }

    private FormErrors checked(CommentedPost post, CommentForm form) {
        Rights rights = current.rights();
        if (!rights.mayCommentAll() && !rights.mayComment(Question.require(post.questionId()).authorId)) {
            rights.require(Privilege.COMMENT);
        }
        FormErrors errors = check.of(form);
        newcomers.checkComment(rights, form.text(), errors);
        return errors;
    }

    /** The errors of an edit. */
    public FormErrors check(CommentForm form) {
        return check.of(form);
    }

    /**
     * Stores an edit that {@link #check} has accepted.
     *
     * @param version of the comment that the member saw; empty for any
     * @throws askme.web.page.EditConflict if the comment changed after that version
     */
    public void edit(long id, CommentForm form, String version) {
        MemberRef editor = current.required();
        long author = comments.edit(id, Comment.postOf(id), form, version, editor, current.rights());
        audit.moderated("comment-edited", author, editor.id());
    }

    /** Deletes the comment and returns its post. */
    public CommentedPost delete(long id, DeleteForm form) {
        MemberRef editor = current.required();
        CommentedPost post = Comment.postOf(id);
        long author = deletion.delete(id, post, current.rights(), form.checked(check));
        audit.moderated("comment-deleted", author, editor.id());
        return post;
    }

    /** Marks the comment as helpful, or removes the mark. */
    public VoteState vote(long id, int value) {
        MemberRef voter = current.required();
        current.rights().require(Privilege.VOTE);
        VoteForm.onlyUp(value);
        return comments.vote(id, Comment.postOf(id), voter);
    }

    /** The answer as a post with comments; 404 if it does not exist. */
    public CommentedPost answer(long id) {
        return hibernate
                .createNativeQuery(QUESTION_OF_ANSWER, Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(question -> CommentedPost.answer(question, id))
                .orElseThrow(NotFoundException::new);
    }
}
