package askme.review;

import askme.answer.AnswerDeletion;
import askme.closing.QueueClosing;
import askme.comment.CommentDeletion;
import askme.comment.Comments;
import askme.database.NewTransaction;
import askme.member.Member;
import askme.member.MemberRef;
import askme.moderation.Act;
import askme.moderation.DecidedByAnother;
import askme.moderation.ModerationLog;
import askme.moderation.Outcome;
import askme.moderation.ReviewItems;
import askme.moderation.Suspensions;
import askme.moderation.Target;
import askme.question.QuestionDeletion;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;

/**
 * Decides items of the review queue and takes decisions back. The decision and the act are one transaction. Only the closing of a question
 * commits separately, while the decision holds the lock of its item.
 */
@ApplicationScoped
class Decisions {

    static final Duration SUSPENSION = Duration.ofDays(7);

    private final ReviewItems items;
    private final QuestionDeletion questions;
    private final AnswerDeletion answers;
    private final CommentDeletion comments;
    private final Suspensions suspensions;
    private final Sweeps sweeps;
    private final HeldDecisions heldPosts;
    private final QueueClosing closing;
    private final ModerationLog log;
    private final Clock clock;

    Decisions(
            ReviewItems items,
            QuestionDeletion questions,
            AnswerDeletion answers,
            CommentDeletion comments,
            Suspensions suspensions,
            Sweeps sweeps,
            HeldDecisions heldPosts,
            QueueClosing closing,
            ModerationLog log,
            Clock clock) {
        this.items = items;
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.suspensions = suspensions;
        this.sweeps = sweeps;
        this.heldPosts = heldPosts;
        this.closing = closing;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Decides the item and returns it as it was.
     *
     * @throws askme.moderation.DecidedByAnother if somebody was faster
     */
    ReviewItems.Item decide(long id, DecisionForm form, MemberRef reviewer, Rights rights) {
        ReviewItems.Item item = items.require(id);
        // The item of a published post is that of another kind, to which the same act may not apply.
        if (item.outcome() != Outcome.WAITING) {
            throw new DecidedByAnother(item.decider(), item.outcome());
        }
        form.requireFor(item);
        Member author = author(item, form.outcome(), rights);
        NewTransaction.run(() -> {
            items.decide(item, form.outcome(), reviewer.id());
            act(item, form, author, reviewer, rights);
        });
        if (author != null) {
            suspensions.endSessions(author, reviewer.id());
        }
        return item;
    }

    /** The author, if the decision suspends the author; otherwise null. */
    private Member author(ReviewItems.Item item, Outcome outcome, Rights rights) {
        if (outcome != Outcome.SUSPENDED && outcome != Outcome.SWEPT) {
            return null;
        }
        Member author = Member.<Member>findByIdOptional(item.post().author()).orElseThrow(NotFoundException::new);
        Rights.require(suspensions.possible(author, rights));
        return author;
    }

    private void act(ReviewItems.Item item, DecisionForm form, Member author, MemberRef reviewer, Rights rights) {
        Target post = item.post().target();
        boolean held = isHeld(item);
        switch (form.outcome()) {
            case CLOSED -> closing.close(post.id(), form.close(), form.of(), reviewer, rights);
            case PUBLISHED -> heldPosts.publish(item, reviewer.id());
            case REFUSED -> heldPosts.refuse(item, form.reason(), reviewer.id());
            case DELETED -> delete(item, form.reason(), reviewer, rights);
            case SUSPENDED -> {
                suspensions.store(author, clock.instant().plus(SUSPENSION), form.reason(), reviewer.id());
                refuseIf(held, item, form.reason(), reviewer);
            }
            case SWEPT -> {
                refuseIf(held, item, form.reason(), reviewer);
                suspensions.store(author, null, form.reason(), reviewer.id());
                sweeps.begin(item, form.reason(), reviewer.id());
            }
            default -> log.record(reviewer.id(), Act.DISMISS, post, item.post().author(), form.reason());
        }
    }

    private void refuseIf(boolean held, ReviewItems.Item item, String reason, MemberRef reviewer) {
        if (held) {
            heldPosts.refuse(item, reason, reviewer.id());
        }
    }

    /** Whether the item is of a post that was not published. */
    static boolean isHeld(ReviewItems.Item item) {
        return item.post().target().kind() == Target.Kind.HELD;
    }

    private void delete(ReviewItems.Item item, String reason, MemberRef reviewer, Rights rights) {
        Target post = item.post().target();
        switch (post.kind()) {
            case QUESTION -> questions.delete(post.id(), reviewer, rights, reason);
            case ANSWER -> answers.delete(post.id(), reviewer, rights, reason);
            default -> comments.delete(post.id(), Comments.postOf(post.id()), rights, reason);
        }
    }

    /** Takes the decision back, so that the item waits again. 404 without a decision that can be taken back. */
    void undo(long id, MemberRef reviewer, Rights rights) {
        ReviewItems.Item item = items.require(id);
        NewTransaction.run(() -> {
            boolean published = item.outcome() == Outcome.PUBLISHED;
            items.reopen(published ? heldPosts.itemOfHeld(item) : item, item.outcome());
            if (isHeld(item) && item.outcome() != Outcome.REFUSED) {
                heldPosts.undoRefusal(item, rights.memberId()); // the author was suspended, and the post refused
            }
            switch (item.outcome()) {
                case DISMISSED ->
                    log.record(
                            rights.memberId(),
                            Act.REVIVE,
                            item.post().target(),
                            item.post().author(),
                            "");
                case DELETED -> undelete(item, rights);
                case CLOSED -> closing.reopen(item.post().target().id(), reviewer, rights);
                case PUBLISHED -> heldPosts.undoPublishing(item, rights.memberId());
                case REFUSED -> heldPosts.undoRefusal(item, rights.memberId());
                case SUSPENDED -> suspensions.storeLift(item.post().author(), rights.memberId());
                case SWEPT -> {
                    sweeps.undo(item, rights.memberId()); // its row before the member's, as in SweepJob
                    suspensions.storeLift(item.post().author(), rights.memberId());
                }
                default -> throw new NotFoundException();
            }
        });
    }

    private void undelete(ReviewItems.Item item, Rights rights) {
        Target post = item.post().target();
        switch (post.kind()) {
            case QUESTION -> questions.undelete(post.id(), rights);
            case ANSWER -> answers.undelete(post.id(), item.post().question(), rights);
            default -> comments.undelete(post.id(), rights);
        }
    }
}
