package askme.realtime;

import askme.closing.ClosingQueries;
import askme.closing.ClosingViews;
import askme.closing.DuplicateJudged;
import askme.closing.MergeEnded;
import askme.closing.QuestionClosed;
import askme.closing.QuestionLockChanged;
import askme.closing.QuestionReopened;
import askme.jobs.Handler;
import askme.pagecache.ChangesQuestion;
import askme.question.Question;
import askme.web.Languages;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The notice of a closed or locked question, and whether it takes answers. */
@ApplicationScoped
@Priority(4)
class LiveClosing implements LiveContribution {

    private final Publications publications;
    private final ClosingQueries queries;

    LiveClosing(Publications publications, ClosingQueries queries) {
        this.publications = publications;
        this.queries = queries;
    }

    /**
     * The question was closed, reopened, locked or unlocked.
     *
     * @param takesAnswers whether the form for an answer can be sent
     * @param html the notice as guests see it; an empty one if there is nothing to say
     */
    @JsonTypeName("closing")
    @RegisterForReflection
    record ClosingShown(boolean takesAnswers, long asOf, Map<String, String> html) implements Change {}

    @Produces
    @Singleton
    Handler<QuestionClosed> questionClosed() {
        return handler("publish-question-closed", QuestionClosed.class);
    }

    @Produces
    @Singleton
    Handler<QuestionReopened> questionReopened() {
        return handler("publish-question-reopened", QuestionReopened.class);
    }

    @Produces
    @Singleton
    Handler<DuplicateJudged> duplicateJudged() {
        return handler("publish-duplicate-judged", DuplicateJudged.class);
    }

    @Produces
    @Singleton
    Handler<MergeEnded> mergeEnded() {
        return handler("publish-merge-ended", MergeEnded.class);
    }

    @Produces
    @Singleton
    Handler<QuestionLockChanged> lockChanged() {
        return handler("publish-question-lock", QuestionLockChanged.class);
    }

    private <E extends ChangesQuestion> Handler<E> handler(String name, Class<E> event) {
        return publications.handler(
                name, event, ChangesQuestion::questionId, (change, asOf) -> Question.findVisible(change.questionId())
                        .map(question -> shown(question, asOf, Languages.TRANSLATED)));
    }

    /** A page of an open question needs nothing, unless it shows a notice ({@code notice=1}). */
    @Override
    public Missed missed(OpenPage page) {
        Question question = page.question();
        boolean plain = !question.closedNow() && !question.locked;
        if (plain && !"1".equals(page.query().getFirst("notice"))) {
            return Missed.all(List.of());
        }
        return Missed.all(List.of(shown(page.question(), page.asOf(), Set.of(page.language()))));
    }

    private Change shown(Question question, long asOf, Set<String> languages) {
        return new ClosingShown(
                !question.closedNow() && !question.locked,
                asOf,
                Snapshots.html(() -> ClosingViews.notice(question.id, queries.of(question)), languages));
    }
}
