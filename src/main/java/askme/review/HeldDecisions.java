package askme.review;

import askme.answer.Answers;
import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.held.HeldPost;
import askme.held.HeldPosts;
import askme.member.Member;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

/** Publishes and refuses held posts, in the transaction that decides their item. */
@ApplicationScoped
class HeldDecisions {

    private final HeldPosts held;
    private final Questions questions;
    private final Answers answers;
    private final Comments comments;
    private final ReviewItems items;
    private final ModerationLog log;

    HeldDecisions(
            HeldPosts held,
            Questions questions,
            Answers answers,
            Comments comments,
            ReviewItems items,
            ModerationLog log) {
        this.held = held;
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.items = items;
        this.log = log;
    }

    /** Adds the post as if its author posted it now: with all counters, events and notifications. */
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(ReviewItems.Item item, long reviewer) {
        HeldPost post = require(item);
        long id = add(post);
        held.published(post, id);
        Target target = new Target(post.kind(), id);
        long question = post.ofQuestion() ? id : post.questionId();
        items.moveTo(item.id(), new ReviewItems.ReviewedPost(target, question, post.authorId()));
        log.record(reviewer, Act.PUBLISH, target, post.authorId(), "");
    }

    private long add(HeldPost post) {
        String text = post.content().body();
        Long answer = post.answerId() == 0 ? null : post.answerId();
        return switch (post.kind()) {
            case QUESTION ->
                questions.publish(
                        post.content(), Member.<Member>findById(post.authorId()).ref());
            case ANSWER -> answers.publish(post.questionId(), text, post.authorId());
            default -> comments.publish(new CommentedPost(post.questionId(), answer), text, post.authorId());
        };
    }

    /** The author reads the reason on the page of the held post, and in the log. */
    @Transactional(Transactional.TxType.MANDATORY)
    void refuse(ReviewItems.Item item, String reason, long reviewer) {
        held.refused(require(item), reason);
        log.record(reviewer, Act.REFUSE, item.post().target(), item.post().author(), reason);
    }

    /** Takes a refusal back. */
    @Transactional(Transactional.TxType.MANDATORY)
    void undoRefusal(ReviewItems.Item item, long reviewer) {
        held.reopen(item.post().target().id());
        log.record(reviewer, Act.REVIVE, item.post().target(), item.post().author(), "");
    }

    private HeldPost require(ReviewItems.Item item) {
        return held.find(item.post().target().id()).filter(HeldPost::waits).orElseThrow(NotFoundException::new);
    }
}
