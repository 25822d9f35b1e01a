package askme.realtime;

import askme.deletion.QuestionUndeleted;
import askme.jobs.Handler;
import askme.member.Member;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionDeleted;
import askme.question.QuestionEdited;
import askme.question.QuestionViews;
import askme.question.QuestionVoted;
import askme.tag.TagLinks;
import askme.web.Languages;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The question on its page: its text, its rating, and its deletion. */
@ApplicationScoped
@Priority(2)
class LiveQuestion implements LiveContribution {

    private final Publications publications;

    LiveQuestion(Publications publications) {
        this.publications = publications;
    }

    /**
     * The question's rating or text changed.
     *
     * @param title null if only the rating or the tags changed
     * @param tags those of the question now
     * @param html text, tags and signature; null if only the rating or the tags changed
     */
    @JsonTypeName("question")
    @RegisterForReflection
    record QuestionShown(int rating, int total, String title, List<TagShown> tags, long asOf, Map<String, String> html)
            implements Change {}

    /** A tag of the question. */
    @RegisterForReflection
    record TagShown(String name, String url) {

        private static List<TagShown> of(Question question) {
            return question.tags().stream()
                    .map(name -> new TagShown(name, TagLinks.tag(name)))
                    .toList();
        }
    }

    /** The question was deleted, and its answers are hidden. */
    @JsonTypeName("question-gone")
    @RegisterForReflection
    record QuestionGone(long asOf) implements Change {}

    /** The question was undeleted. */
    @JsonTypeName("question-back")
    @RegisterForReflection
    record QuestionBack(long asOf) implements Change {}

    @Produces
    @Singleton
    Handler<QuestionVoted> voted() {
        return publications.handler(
                "publish-question-voted",
                QuestionVoted.class,
                QuestionVoted::questionId,
                (event, asOf) -> find(event.questionId()).map(question -> rating(question, asOf)));
    }

    @Produces
    @Singleton
    Handler<QuestionEdited> edited() {
        return publications.handler(
                "publish-question-edited",
                QuestionEdited.class,
                QuestionEdited::questionId,
                (event, asOf) -> find(event.questionId()).map(question -> text(question, asOf, Languages.TRANSLATED)));
    }

    @Produces
    @Singleton
    Handler<QuestionDeleted> deleted() {
        return publications.handler(
                "publish-question-deleted",
                QuestionDeleted.class,
                QuestionDeleted::questionId,
                (event, asOf) -> Optional.of(goneOrBack(event.questionId(), asOf)));
    }

    @Produces
    @Singleton
    Handler<QuestionUndeleted> undeleted() {
        return publications.handler(
                "publish-question-undeleted",
                QuestionUndeleted.class,
                QuestionUndeleted::questionId,
                (event, asOf) -> Optional.of(goneOrBack(event.questionId(), asOf)));
    }

    private static Change goneOrBack(long id, long asOf) {
        return find(id).isPresent() ? new QuestionBack(asOf) : new QuestionGone(asOf);
    }

    @Override
    public Missed missed(OpenPage page) {
        Question question = page.question();
        return Missed.all(List.of(
                page.missedEdit(question.editedAt)
                        ? text(question, page.asOf(), Set.of(page.language()))
                        : rating(question, page.asOf())));
    }

    private static Optional<Question> find(long id) {
        return Question.findVisible(id);
    }

    /** The question without its text. */
    static Change rating(Question question, long asOf) {
        return new QuestionShown(question.rating, question.answerCount, null, TagShown.of(question), asOf, null);
    }

    private static Change text(Question question, long asOf, Set<String> languages) {
        MemberRef author = Member.<Member>findById(question.authorId).ref();
        String editor = question.editedBy == null ? null : Member.<Member>findById(question.editedBy).nickname;
        return new QuestionShown(
                question.rating,
                question.answerCount,
                question.title,
                TagShown.of(question),
                asOf,
                Snapshots.html(() -> QuestionViews.body(question, author, editor), languages));
    }
}
