package askme.realtime;

import askme.answer.AnswerMoved;
import askme.closing.AnswerLockChanged;
import askme.jobs.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Answers that move from a duplicate to the other question, on the open pages of both, and answers that are locked. */
@ApplicationScoped
class LiveAnswerPlaces {

    private final Publications publications;
    private final LiveAnswers answers;

    LiveAnswerPlaces(Publications publications, LiveAnswers answers) {
        this.publications = publications;
        this.answers = answers;
    }

    @Produces
    @Singleton
    Handler<AnswerMoved> left() {
        return publications.handler(
                "publish-answer-left",
                AnswerMoved.class,
                AnswerMoved::fromId,
                (event, asOf) -> answers.shownOrGone(event.fromId(), event.answerId(), asOf, true));
    }

    @Produces
    @Singleton
    Handler<AnswerMoved> arrived() {
        return publications.handler(
                "publish-answer-arrived",
                AnswerMoved.class,
                AnswerMoved::toId,
                (event, asOf) -> answers.shownOrGone(event.toId(), event.answerId(), asOf, true));
    }

    @Produces
    @Singleton
    Handler<AnswerLockChanged> lockChanged() {
        return publications.handler(
                "publish-answer-lock",
                AnswerLockChanged.class,
                AnswerLockChanged::questionId,
                (event, asOf) -> answers.shownOrGone(event.questionId(), event.answerId(), asOf, false));
    }
}
