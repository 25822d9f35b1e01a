package askme.session;

import askme.member.MemberMessages;
import askme.member.Privilege;
import askme.member.Role;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.function.ToIntFunction;

/**
 * Answers who may do what. No page, template or use case asks who is an administrator. A role gives rights, and so does a rating: each
 * {@link Privilege} has a threshold. Authors change their own posts.
 */
@TemplateData
public final class Rights {

    private static final LocalizedMessages<MemberMessages> MESSAGES = LocalizedMessages.of(MemberMessages.class);

    private final long member;
    private final Role role;
    private final int rating;
    private final ToIntFunction<Privilege> thresholds;

    /**
     * @param member the id of the member, 0 for a guest
     * @param thresholds the ratings from which the privileges hold; 0 means everybody, also below zero
     */
    public Rights(long member, Role role, int rating, ToIntFunction<Privilege> thresholds) {
        this.member = member;
        this.role = role;
        this.rating = rating;
        this.thresholds = thresholds;
    }

    /** With the thresholds of a site that has no settings. */
    public Rights(long member, Role role, int rating) {
        this(member, role, rating, Privilege::byDefault);
    }

    /** The rights of a guest, and of no member in particular. */
    static Rights ofGuest() {
        return new Rights(0, Role.MEMBER, 0);
    }

    /** The id of the member whose rights these are, 0 for a guest. */
    public long memberId() {
        return member;
    }

    /** Whether the member has it, by the rating or by the role. */
    public boolean has(Privilege privilege) {
        int threshold = thresholds.applyAsInt(privilege);
        return member != 0 && (moderates() || threshold == 0 || rating >= threshold);
    }

    /** Whether others have voted for the member's posts, or the member moderates, so that the limits of newcomers do not hold. */
    public boolean isEstablished() {
        return rating > 0 || moderates();
    }

    /** The rating from which members have it; 0 for everybody. */
    public int threshold(Privilege privilege) {
        return thresholds.applyAsInt(privilege);
    }

    /** Refuses with 403, and names the rating that is missing. A guest has been asked to sign in before. */
    public void require(Privilege privilege) {
        if (!has(privilege)) {
            throw new ProblemException(403, "privilege", missing(privilege));
        }
    }

    /** From which rating the member could, as a sentence in the reader's language. */
    public String missing(Privilege privilege) {
        return MESSAGES.get().missing_privilege(MESSAGES.get().privilege(privilege), threshold(privilege));
    }

    /** The same for the privilege of this name; for templates. */
    public String missing(String privilege) {
        return missing(Privilege.valueOf(privilege));
    }

    public boolean mayVote() {
        return has(Privilege.VOTE);
    }

    /** Whether the member may comment on the posts of {@code asker}'s question. */
    public boolean mayComment(long asker) {
        return isOwn(asker) || has(Privilege.COMMENT);
    }

    /** Whether that holds for the questions of all askers. */
    public boolean mayCommentAll() {
        return has(Privilege.COMMENT);
    }

    public boolean mayUpload() {
        return has(Privilege.PICTURES);
    }

    /** Whether a change of a post of {@code author} is stored at once. */
    public boolean mayEdit(long author) {
        return isOwn(author) || mayEditAll();
    }

    /** Whether that holds for the posts of all authors, also those that arrive later in an open page. */
    public boolean mayEditAll() {
        return has(Privilege.EDIT);
    }

    /** Whether a change of somebody else's post may be proposed. */
    public boolean maySuggest() {
        return member != 0;
    }

    /** Whether suggested edits of a post of {@code author} may be seen and declined. */
    public boolean mayReview(long author) {
        return isOwn(author) || mayReviewAll();
    }

    /** Whether that holds for the posts of all authors. */
    public boolean mayReviewAll() {
        return has(Privilege.REVIEW);
    }

    /** Whether an edit that {@code proposer} suggested may be taken. Nobody takes an own suggestion instead of editing. */
    public boolean mayTake(long author, long proposer) {
        return mayReview(author) && (member != proposer || mayEdit(author));
    }

    /** Whether an earlier revision of a post of {@code author} may become the text again. */
    public boolean mayRestore(long author) {
        return mayEdit(author);
    }

    /** Whether the member may vote to close questions of others, for any reason. */
    public boolean mayClose() {
        return has(Privilege.CLOSE);
    }

    /** Whether a question of {@code asker} may be closed as a duplicate. */
    public boolean mayCloseAsDuplicate(long asker) {
        return isOwn(asker) || mayClose();
    }

    /** Whether a closed question of {@code asker} may be reopened. The asker reopens only what the asker or votes closed. */
    public boolean mayReopen(long asker, boolean closedByAskerOrVotes) {
        return mayClose() || isOwn(asker) && closedByAskerOrVotes;
    }

    /** Whether the member closes and reopens alone, without votes of others. */
    public boolean closesAlone() {
        return moderates();
    }

    public boolean mayLock() {
        return moderates();
    }

    public boolean mayMerge() {
        return moderates();
    }

    /** Whether the description of a tag may be changed. */
    public boolean mayEditTagWiki() {
        return has(Privilege.TAGWIKI);
    }

    /** Whether tags may be renamed, merged and reserved, and get synonyms. */
    public boolean mayManageTags() {
        return moderates();
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
        return isAdministrator();
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
        return moderates();
    }

    /** Whether a member of this role may be suspended. Nobody suspends an equal, so that none locks out the others or themselves. */
    public boolean maySuspend(Role other) {
        return moderates() && role.compareTo(other) > 0;
    }

    /** Whether a post may be reported. */
    public boolean mayReport() {
        return member != 0;
    }

    /** Whether roles may be given and taken. */
    public boolean mayGiveRoles() {
        return isAdministrator();
    }

    /** Whether the operator's pages are visible. */
    public boolean mayOperate() {
        return isAdministrator();
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

    /** Whether the member is a moderator or an administrator. */
    public boolean moderates() {
        return role.atLeast(Role.MODERATOR);
    }

    private boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
