package askme.review;

import askme.answer.AnswerDeleted;
import askme.answer.AnswerPosted;
import askme.comment.CommentDeleted;
import askme.comment.CommentPosted;
import askme.database.NewTransaction;
import askme.held.HeldPosts;
import askme.jobs.EventHandler;
import askme.jobs.Handler;
import askme.jobs.Queues;
import askme.member.Member;
import askme.member.Role;
import askme.moderation.Newcomers;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.question.QuestionAsked;
import askme.question.QuestionDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Adds the first posts of newcomers to the review queue, and those with words of the list. Removes deleted posts. */
@ApplicationScoped
class NewPosts {

    /** So many questions and answers of a newcomer are looked at. */
    static final int FIRST = 3;

    private final ReviewablePosts posts;
    private final ReviewItems items;
    private final Newcomers newcomers;
    private final HeldPosts held;

    NewPosts(ReviewablePosts posts, ReviewItems items, Newcomers newcomers, HeldPosts held) {
        this.held = held;
        this.posts = posts;
        this.items = items;
        this.newcomers = newcomers;
    }

    @Produces
    @Singleton
    Handler<QuestionAsked> asked() {
        return new EventHandler<>(
                "review-question-asked",
                Queues.DIGEST,
                QuestionAsked.class,
                event -> look(Target.question(event.questionId())));
    }

    @Produces
    @Singleton
    Handler<AnswerPosted> answered() {
        return new EventHandler<>(
                "review-answer-posted",
                Queues.DIGEST,
                AnswerPosted.class,
                event -> look(Target.answer(event.answerId())));
    }

    @Produces
    @Singleton
    Handler<CommentPosted> commented() {
        return new EventHandler<>(
                "review-comment-posted",
                Queues.DIGEST,
                CommentPosted.class,
                event -> look(Target.comment(event.commentId())));
    }

    @Produces
    @Singleton
    Handler<QuestionDeleted> questionDeleted() {
        return new EventHandler<>("review-question-deleted", Queues.DIGEST, QuestionDeleted.class, event -> {
            items.questionGone(event.questionId());
            held.questionGone(event.questionId());
        });
    }

    @Produces
    @Singleton
    Handler<AnswerDeleted> answerDeleted() {
        return new EventHandler<>(
                "review-answer-deleted",
                Queues.DIGEST,
                AnswerDeleted.class,
                event -> items.postGone(Target.answer(event.answerId())));
    }

    @Produces
    @Singleton
    Handler<CommentDeleted> commentDeleted() {
        return new EventHandler<>(
                "review-comment-deleted",
                Queues.DIGEST,
                CommentDeleted.class,
                event -> items.postGone(Target.comment(event.commentId())));
    }

    private void look(Target post) {
        Optional<ReviewablePosts.Found> found = posts.find(post);
        if (found.isPresent() && !items.isKnown(post)) {
            look(post, found.get());
        }
    }

    private void look(Target post, ReviewablePosts.Found found) {
        Member author = Member.findById(found.author());
        if (author.rating > 0 || author.role().atLeast(Role.MODERATOR)) {
            return;
        }
        boolean first = post.kind() != Target.Kind.COMMENT && author.questionCount + author.answerCount <= FIRST;
        String words = newcomers.heldWords(found.text());
        if ((first || !words.isEmpty()) && newcomers.isNewcomer(author.id)) {
            NewTransaction.run(() -> items.open(found.as(post), first, words, false));
        }
    }
}
