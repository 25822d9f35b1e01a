package askme.webhook;

import askme.account.MemberJoined;
import askme.answer.AnswerAccepted;
import askme.answer.AnswerPosted;
import askme.closing.QuestionClosed;
import askme.comment.CommentPosted;
import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.Queues;
import askme.question.QuestionAsked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Makes deliveries of the events that receivers chose. */
@ApplicationScoped
class WebhookEvents {

    private final Deliveries deliveries;

    WebhookEvents(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Produces
    @Singleton
    Handler<QuestionAsked> question() {
        return new Order<>(
                "webhook-question",
                QuestionAsked.class,
                WebhookKind.QUESTION,
                QuestionAsked::questionId,
                e -> true,
                deliveries);
    }

    @Produces
    @Singleton
    Handler<AnswerPosted> answer() {
        return new Order<>(
                "webhook-answer",
                AnswerPosted.class,
                WebhookKind.ANSWER,
                AnswerPosted::answerId,
                e -> true,
                deliveries);
    }

    @Produces
    @Singleton
    Handler<CommentPosted> comment() {
        return new Order<>(
                "webhook-comment",
                CommentPosted.class,
                WebhookKind.COMMENT,
                CommentPosted::commentId,
                e -> true,
                deliveries);
    }

    /** Not for a mark that was removed. */
    @Produces
    @Singleton
    Handler<AnswerAccepted> accepted() {
        return new Order<>(
                "webhook-accepted",
                AnswerAccepted.class,
                WebhookKind.ACCEPTED,
                AnswerAccepted::answerId,
                AnswerAccepted::accepted,
                deliveries);
    }

    @Produces
    @Singleton
    Handler<QuestionClosed> closed() {
        return new Order<>(
                "webhook-closed",
                QuestionClosed.class,
                WebhookKind.CLOSED,
                QuestionClosed::questionId,
                e -> true,
                deliveries);
    }

    @Produces
    @Singleton
    Handler<MemberJoined> member() {
        return new Order<>(
                "webhook-member",
                MemberJoined.class,
                WebhookKind.MEMBER,
                MemberJoined::memberId,
                e -> true,
                deliveries);
    }

    /** A handler that makes deliveries. The message has the id of its job, so a repeated job makes none. */
    private record Order<E>(
            String name,
            Class<E> event,
            WebhookKind kind,
            ToLongFunction<E> subject,
            Predicate<E> wanted,
            Deliveries deliveries)
            implements Handler<E> {

        @Override
        public String queue() {
            return Queues.WEBHOOK;
        }

        @Override
        public void handle(E happened, Job job) {
            if (wanted.test(happened)) {
                deliveries.add("msg_" + job.id(), kind, subject.applyAsLong(happened), job.recordedAt());
            }
        }
    }
}
