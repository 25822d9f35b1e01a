package askme.realtime;

import askme.answer.AnswerAccepted;
import askme.answer.AnswerDeleted;
import askme.answer.AnswerEdited;
import askme.answer.AnswerPosted;
import askme.answer.AnswerVoted;
import askme.jobs.Handler;
import askme.question.QuestionDeleted;
import askme.question.QuestionEdited;
import askme.question.QuestionVoted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which event leads to which publication. The names stand in outbox rows and queued jobs. */
@Dependent
class Publications {

    private final Snapshots state;
    private final Publisher publisher;

    Publications(Snapshots state, Publisher publisher) {
        this.state = state;
        this.publisher = publisher;
    }

    @Produces
    @Singleton
    Handler<AnswerPosted> posted() {
        return new PublishChange<>(
                "publish-answer-posted",
                AnswerPosted.class,
                AnswerPosted::questionId,
                e -> state.answer(e.questionId(), e.answerId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<AnswerEdited> edited() {
        return new PublishChange<>(
                "publish-answer-edited",
                AnswerEdited.class,
                AnswerEdited::questionId,
                e -> state.answer(e.questionId(), e.answerId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<AnswerDeleted> deleted() {
        return new PublishChange<>(
                "publish-answer-deleted",
                AnswerDeleted.class,
                AnswerDeleted::questionId,
                e -> state.answer(e.questionId(), e.answerId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<AnswerVoted> voted() {
        return new PublishChange<>(
                "publish-answer-voted",
                AnswerVoted.class,
                AnswerVoted::questionId,
                e -> state.mark(e.answerId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<AnswerAccepted> accepted() {
        return new PublishChange<>(
                "publish-answer-accepted",
                AnswerAccepted.class,
                AnswerAccepted::questionId,
                e -> state.mark(e.answerId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<QuestionVoted> questionVoted() {
        return new PublishChange<>(
                "publish-question-voted",
                QuestionVoted.class,
                QuestionVoted::questionId,
                e -> state.rating(e.questionId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<QuestionEdited> questionEdited() {
        return new PublishChange<>(
                "publish-question-edited",
                QuestionEdited.class,
                QuestionEdited::questionId,
                e -> state.question(e.questionId()),
                publisher);
    }

    @Produces
    @Singleton
    Handler<QuestionDeleted> questionDeleted() {
        return new PublishChange<>(
                "publish-question-deleted",
                QuestionDeleted.class,
                QuestionDeleted::questionId,
                e -> state.questionGone(),
                publisher);
    }
}
