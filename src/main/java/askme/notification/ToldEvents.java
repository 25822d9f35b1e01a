package askme.notification;

import askme.answer.AnswerAccepted;
import askme.answer.AnswerDeleted;
import askme.answer.AnswerEdited;
import askme.answer.AnswerPosted;
import askme.badge.BadgeEarned;
import askme.comment.CommentDeleted;
import askme.comment.CommentPosted;
import askme.comment.MemberMentioned;
import askme.jobs.EventHandler;
import askme.jobs.Handler;
import askme.jobs.Queues;
import askme.moderation.MemberConcerned;
import askme.moderation.ReportsDecided;
import askme.question.QuestionAsked;
import askme.question.QuestionDeleted;
import askme.question.QuestionEdited;
import askme.suggestion.EditSuggested;
import askme.suggestion.SuggestionDecided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Connects events with notifications. The more specific kind is first: a post notifies a member once. */
@ApplicationScoped
class ToldEvents {

    private final FanOut fanOut;
    private final PersonalFacts personal;
    private final Withdrawal withdrawal;

    ToldEvents(FanOut fanOut, PersonalFacts personal, Withdrawal withdrawal) {
        this.fanOut = fanOut;
        this.personal = personal;
        this.withdrawal = withdrawal;
    }

    @Produces
    @Singleton
    Handler<QuestionAsked> asked() {
        return new EventHandler<>("notify-question-asked", Queues.REALTIME, QuestionAsked.class, event -> {
            Cause cause = Cause.of(Cause.QUESTION, event.questionId());
            fanOut.tell(NotificationKind.MEMBER, cause);
            fanOut.tell(NotificationKind.TAG, cause);
        });
    }

    @Produces
    @Singleton
    Handler<AnswerPosted> answered() {
        return new EventHandler<>("notify-answer-posted", Queues.REALTIME, AnswerPosted.class, event -> {
            Cause cause = Cause.of(Cause.ANSWER, event.answerId());
            fanOut.tell(NotificationKind.ANSWER, cause);
            fanOut.tell(NotificationKind.MEMBER, cause);
        });
    }

    @Produces
    @Singleton
    Handler<CommentPosted> commented() {
        return new EventHandler<>("notify-comment-posted", Queues.REALTIME, CommentPosted.class, this::commented);
    }

    private void commented(CommentPosted event) throws SQLException {
        Cause cause = Cause.of(Cause.COMMENT, event.commentId());
        fanOut.tellMentioned(cause);
        fanOut.tell(NotificationKind.COMMENT, cause);
    }

    /** An edit of a comment may mention more members. */
    @Produces
    @Singleton
    Handler<MemberMentioned> mentioned() {
        return new EventHandler<>(
                "notify-mention",
                Queues.REALTIME,
                MemberMentioned.class,
                event -> fanOut.tellOnly(
                        NotificationKind.MENTION,
                        Cause.of(Cause.COMMENT, event.commentId()),
                        List.of(event.memberId())));
    }

    @Produces
    @Singleton
    Handler<AnswerAccepted> accepted() {
        return new EventHandler<>(
                "notify-answer-accepted",
                Queues.REALTIME,
                AnswerAccepted.class,
                event -> personal.accepted(event.answerId()));
    }

    @Produces
    @Singleton
    Handler<QuestionEdited> questionEdited() {
        return new EventHandler<>(
                "notify-question-edited",
                Queues.REALTIME,
                QuestionEdited.class,
                event -> personal.questionEdited(event.questionId()));
    }

    @Produces
    @Singleton
    Handler<AnswerEdited> answerEdited() {
        return new EventHandler<>(
                "notify-answer-edited",
                Queues.REALTIME,
                AnswerEdited.class,
                event -> personal.answerEdited(event.answerId()));
    }

    @Produces
    @Singleton
    Handler<EditSuggested> suggested() {
        return new EventHandler<>(
                "notify-edit-suggested",
                Queues.REALTIME,
                EditSuggested.class,
                event -> personal.suggested(event.suggestionId()));
    }

    @Produces
    @Singleton
    Handler<SuggestionDecided> decided() {
        return new EventHandler<>(
                "notify-suggestion-decided",
                Queues.REALTIME,
                SuggestionDecided.class,
                event -> personal.decided(event.suggestionId()));
    }

    @Produces
    @Singleton
    Handler<MemberConcerned> concerned() {
        return new EventHandler<>(
                "notify-member-concerned",
                Queues.REALTIME,
                MemberConcerned.class,
                event -> personal.concerned(event.entryId()));
    }

    @Produces
    @Singleton
    Handler<ReportsDecided> reportsDecided() {
        return new EventHandler<>(
                "notify-reports-decided",
                Queues.REALTIME,
                ReportsDecided.class,
                event -> personal.reported(event.itemId()));
    }

    @Produces
    @Singleton
    Handler<BadgeEarned> badge() {
        return new EventHandler<>(
                "notify-badge-earned",
                Queues.REALTIME,
                BadgeEarned.class,
                event -> personal.badge(event.awardId(), event.memberId()));
    }

    @Produces
    @Singleton
    Handler<QuestionDeleted> questionDeleted() {
        return new EventHandler<>(
                "withdraw-question",
                Queues.REALTIME,
                QuestionDeleted.class,
                event -> withdrawal.question(event.questionId()));
    }

    @Produces
    @Singleton
    Handler<AnswerDeleted> answerDeleted() {
        return new EventHandler<>("withdraw-answer", Queues.REALTIME, AnswerDeleted.class, event -> {
            withdrawal.cause(Cause.of(Cause.ANSWER, event.answerId()));
            withdrawal.answer(event.questionId(), event.answerId());
        });
    }

    @Produces
    @Singleton
    Handler<CommentDeleted> commentDeleted() {
        return new EventHandler<>(
                "withdraw-comment",
                Queues.REALTIME,
                CommentDeleted.class,
                event -> withdrawal.cause(Cause.of(Cause.COMMENT, event.commentId())));
    }
}
