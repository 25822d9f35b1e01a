package askme.review;

import askme.answer.Answer;
import askme.answer.AnswerDeletion;
import askme.answer.Answers;
import askme.comment.CommentDeletion;
import askme.comment.CommentedPost;
import askme.comment.Comments;
import askme.held.HeldPost;
import askme.held.HeldPosts;
import askme.member.Member;
import askme.moderation.Act;
import askme.moderation.ModerationLog;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.question.QuestionDeletion;
import askme.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.hibernate.Session;

/** Publishes and refuses held posts, in the transaction that decides their item. */
@ApplicationScoped
class HeldDecisions {

    /** Whether the post that was published before is deleted; no row if it was purged. */
    static final String QUESTION_DELETED = "SELECT CAST(hidden AS SIGNED) AS deleted FROM question WHERE id = :id";

    static final String ANSWER_DELETED = "SELECT CAST(hidden <> 0 AS SIGNED) AS deleted FROM answer WHERE id = :id";

    static final String COMMENT_DELETED = "SELECT CAST(0 AS SIGNED) AS deleted FROM comment WHERE id = :id"
            + " UNION ALL SELECT CAST(1 AS SIGNED) FROM deleted_comment WHERE comment_id = :id";

    private final HeldPosts held;
    private final Questions questions;
    private final Answers answers;
    private final Comments comments;
    private final QuestionDeletion questionDeletion;
    private final AnswerDeletion answerDeletion;
    private final CommentDeletion commentDeletion;
    private final ReviewItems items;
    private final ModerationLog log;
    private final Session hibernate;

    HeldDecisions(
            HeldPosts held,
            Questions questions,
            Answers answers,
            Comments comments,
            QuestionDeletion questionDeletion,
            AnswerDeletion answerDeletion,
            CommentDeletion commentDeletion,
            ReviewItems items,
            ModerationLog log,
            Session hibernate) {
        this.held = held;
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.questionDeletion = questionDeletion;
        this.answerDeletion = answerDeletion;
        this.commentDeletion = commentDeletion;
        this.items = items;
        this.log = log;
        this.hibernate = hibernate;
    }

    /**
     * Adds the post as if its author posted it now: with all counters, events and notifications. If it was published before and this was
     * undone, it is undeleted.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(ReviewItems.Item item, long reviewer) {
        HeldPost post = require(item);
        long id = undeleted(post) ? post.postId() : add(post);
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

    /** Whether the post was published before and is visible now. */
    private boolean undeleted(HeldPost post) {
        long id = post.postId();
        Optional<Integer> deleted = id == 0 ? Optional.empty() : deleted(post);
        if (deleted.isPresent() && deleted.get() != 0) {
            switch (post.kind()) {
                case QUESTION -> questionDeletion.unsweep(id);
                case ANSWER -> answerDeletion.unsweep(id, questionOf(id));
                default -> commentDeletion.unsweep(id);
            }
        }
        return deleted.isPresent();
    }

    /** The answer may have moved before it was deleted. */
    private long questionOf(long answer) {
        return hibernate
                .createNativeQuery("SELECT question_id FROM answer WHERE id = :id", Long.class)
                .addScalar("question_id", Long.class)
                .setParameter("id", answer)
                .getSingleResult();
    }

    private Optional<Integer> deleted(HeldPost post) {
        String sql =
                switch (post.kind()) {
                    case QUESTION -> QUESTION_DELETED;
                    case ANSWER -> ANSWER_DELETED;
                    default -> COMMENT_DELETED;
                };
        return hibernate
                .createNativeQuery(sql, Integer.class)
                .addScalar("deleted", Integer.class)
                .setParameter("id", post.postId())
                .uniqueResultOptional();
    }

    /** Makes the item of a published post that of the held post again, and returns it. */
    @Transactional(Transactional.TxType.MANDATORY)
    ReviewItems.Item itemOfHeld(ReviewItems.Item item) {
        HeldPost post = held.publishedAs(item.post().target()).orElseThrow(NotFoundException::new);
        ReviewItems.ReviewedPost waits =
                new ReviewItems.ReviewedPost(Target.held(post.id()), post.questionId(), post.authorId());
        items.moveTo(item.id(), waits);
        return new ReviewItems.Item(item.id(), waits, item.reports(), item.outcome(), item.decider());
    }

    /** Takes the publishing back: deletes the post, and the held post waits again. The log has one entry. */
    @Transactional(Transactional.TxType.MANDATORY)
    void undoPublishing(ReviewItems.Item published, long reviewer) {
        Target target = published.post().target();
        HeldPost post = held.publishedAs(target).orElseThrow(NotFoundException::new);
        held.unpublish(post);
        switch (post.kind()) {
            case QUESTION -> questionDeletion.sweep(target.id(), reviewer);
            case ANSWER -> answerDeletion.sweep(target.id(), Answer.questionOf(target.id()), reviewer);
            default -> commentDeletion.sweep(target.id(), 0, reviewer);
        }
        log.record(reviewer, Act.REVIVE, Target.held(post.id()), post.authorId(), "");
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
