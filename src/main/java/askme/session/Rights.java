package askme.session;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;

/**
 * Answers who may do what. No page, template or use case asks who is an administrator. Authors and administrators change
 * a post; administrators also act as moderators.
 */
@TemplateData
public final class Rights {

    private final long member;
    private final boolean administrator;

    /** @param member the id of the member, 0 for a guest */
    public Rights(long member, boolean administrator) {
        this.member = member;
        this.administrator = administrator;
    }

    /** The rights of a guest, and of no member in particular. */
    static Rights ofGuest() {
        return new Rights(0, false);
    }

    /** Whether a change of a post of {@code author} is stored at once. */
    public boolean mayEdit(long author) {
        return isOwn(author) || moderates();
    }

    /** Whether that holds for the posts of all authors, also those that arrive later in an open page. */
    public boolean mayEditAll() {
        return moderates();
    }

    /** Whether a change of somebody else's post may be proposed. */
    public boolean maySuggest() {
        return member != 0;
    }

    /** Whether suggested edits of a post of {@code author} may be seen and declined. */
    public boolean mayReview(long author) {
        return isOwn(author) || moderates();
    }

    /** Whether that holds for the posts of all authors. */
    public boolean mayReviewAll() {
        return moderates();
    }

    /** Whether an edit that {@code proposer} suggested may be taken. Nobody takes an own suggestion instead of editing. */
    public boolean mayTake(long author, long proposer) {
        return mayReview(author) && (member != proposer || mayEdit(author));
    }

    /** Whether an earlier revision of a post of {@code author} may become the text again. */
    public boolean mayRestore(long author) {
        return mayEdit(author);
    }

    public boolean mayDelete(long author) {
        return isOwn(author) || moderates();
    }

    /** Whether a question may be deleted although others have answered it. */
    public boolean mayDeleteAnswered() {
        return moderates();
    }

    /** Whether a deleted post of {@code author} is visible. For all others it does not exist. */
    public boolean maySeeDeleted(long author) {
        return isOwn(author) || moderates();
    }

    /** Whether that holds for the deleted posts of all authors. */
    public boolean maySeeAllDeleted() {
        return moderates();
    }

    /** Refuses with 404 those for whom a deleted post of {@code author} does not exist. */
    public void requireSeeDeleted(long author) {
        if (!maySeeDeleted(author)) {
            throw new NotFoundException();
        }
    }

    /** Whether a post of {@code author} may return that the member {@code deleter} has deleted. */
    public boolean mayUndelete(long author, long deleter) {
        return moderates() || isOwn(author) && isOwn(deleter);
    }

    /** Whether a deleted post may be removed with everything that belongs to it. */
    public boolean mayPurge() {
        return administrator;
    }

    /** Whether a comment of {@code author} may be changed and deleted. */
    public boolean mayChangeComment(long author) {
        return isOwn(author) || moderates();
    }

    /** Whether a comment may become an answer. */
    public boolean mayConvert() {
        return moderates();
    }

    public boolean maySuspend() {
        return administrator;
    }

    /** Whether the operator's pages are visible. */
    public boolean mayOperate() {
        return administrator;
    }

    /** Refuses with 403 what is not {@code allowed}. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }

    private boolean isOwn(long author) {
        return member != 0 && member == author;
    }

    private boolean moderates() {
        return administrator;
    }
}
