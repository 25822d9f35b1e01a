package askme.realtime;

import askme.answer.AnswerAccepted;
import askme.answer.AnswerCard;
import askme.answer.AnswerDeleted;
import askme.answer.AnswerEdited;
import askme.answer.AnswerPosted;
import askme.answer.AnswerQueries;
import askme.answer.AnswerViews;
import askme.answer.AnswerVoted;
import askme.database.Row;
import askme.jobs.Handler;
import askme.question.Question;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** The list of answers: new answers, their texts, ratings and accepted marks, and deletions. */
@ApplicationScoped
@Priority(1)
class LiveAnswers implements LiveContribution {

    /** New answers in one response; a page that missed more sends another request. */
    static final int NEWER = 50;

    static final String MARKS = "SELECT id, rating, accepted, edited_at FROM answer WHERE id IN (:known)";

    private final Publications publications;
    private final AnswerQueries answers;
    private final Session hibernate;

    LiveAnswers(Publications publications, AnswerQueries answers, Session hibernate) {
        this.publications = publications;
        this.answers = answers;
        this.hibernate = hibernate;
    }

    /**
     * An answer was added or its text was edited.
     *
     * @param total the number of the question's answers
     * @param html the card as guests see it
     */
    @JsonTypeName("answer")
    @RegisterForReflection
    record AnswerShown(
            long id,
            long author,
            int rating,
            boolean accepted,
            Instant at,
            int total,
            long asOf,
            Map<String, String> html)
            implements Change {}

    /** An answer's rating or accepted mark changed. */
    @JsonTypeName("mark")
    @RegisterForReflection
    record AnswerMarked(long id, int rating, boolean accepted, long asOf) implements Change {}

    /** An answer was deleted. */
    @JsonTypeName("gone")
    @RegisterForReflection
    record AnswerGone(long id, int total, long asOf) implements Change {}

    private record Mark(long id, int rating, boolean accepted, Instant editedAt) {}

    @Produces
    @Singleton
    Handler<AnswerPosted> posted() {
        return publications.handler(
                "publish-answer-posted",
                AnswerPosted.class,
                AnswerPosted::questionId,
                (event, asOf) -> shownOrGone(event.questionId(), event.answerId(), asOf));
    }

    @Produces
    @Singleton
    Handler<AnswerEdited> edited() {
        return publications.handler(
                "publish-answer-edited",
                AnswerEdited.class,
                AnswerEdited::questionId,
                (event, asOf) -> shownOrGone(event.questionId(), event.answerId(), asOf));
    }

    @Produces
    @Singleton
    Handler<AnswerDeleted> deleted() {
        return publications.handler(
                "publish-answer-deleted",
                AnswerDeleted.class,
                AnswerDeleted::questionId,
                (event, asOf) -> shownOrGone(event.questionId(), event.answerId(), asOf));
    }

    @Produces
    @Singleton
    Handler<AnswerVoted> voted() {
        return publications.handler(
                "publish-answer-voted",
                AnswerVoted.class,
                AnswerVoted::questionId,
                (event, asOf) -> marked(event.answerId(), asOf));
    }

    @Produces
    @Singleton
    Handler<AnswerAccepted> accepted() {
        return publications.handler(
                "publish-answer-accepted",
                AnswerAccepted.class,
                AnswerAccepted::questionId,
                (event, asOf) -> marked(event.answerId(), asOf));
    }

    /** Empty if the question was deleted too. */
    private Optional<Change> shownOrGone(long questionId, long id, long asOf) {
        return Question.<Question>findByIdOptional(questionId).map(question -> answers.one(id)
                .map(card -> shown(card, question, asOf))
                .orElseGet(() -> new AnswerGone(id, question.answerCount, asOf)));
    }

    /** Empty if the answer was deleted: the event of its deletion publishes that. */
    private Optional<Change> marked(long id, long asOf) {
        return answers.one(id).map(card -> new AnswerMarked(id, card.rating(), card.accepted(), asOf));
    }

    private static Change shown(AnswerCard card, Question question, long asOf) {
        return new AnswerShown(
                card.id(),
                card.author().id(),
                card.rating(),
                card.accepted(),
                card.answeredAt(),
                question.answerCount,
                asOf,
                Snapshots.html(() -> AnswerViews.card(card, false)));
    }

    /** Today's state of the answers that the page has ({@code known}), and the answers after {@code after}. */
    @Override
    public Missed missed(OpenPage page) {
        List<Long> known = page.ids("known");
        List<Change> changes = new ArrayList<>();
        addKnown(changes, page, known);
        List<AnswerCard> newer = answers.newer(page.question().id, page.after(), NEWER);
        newer.stream()
                .filter(card -> !known.contains(card.id()))
                .forEach(card -> changes.add(shown(card, page.question(), page.asOf())));
        long last = newer.isEmpty() ? page.after() : newer.get(newer.size() - 1).id();
        return new Missed(changes, last, newer.size() == NEWER);
    }

    private void addKnown(List<Change> changes, OpenPage page, List<Long> known) {
        Set<Long> gone = new HashSet<>(known);
        for (Mark mark : marks(known)) {
            gone.remove(mark.id);
            changes.add(
                    page.missedEdit(mark.editedAt)
                            ? shown(answers.one(mark.id).orElseThrow(), page.question(), page.asOf())
                            : new AnswerMarked(mark.id, mark.rating, mark.accepted, page.asOf()));
        }
        gone.forEach(id -> changes.add(new AnswerGone(id, page.question().answerCount, page.asOf())));
    }

    private List<Mark> marks(List<Long> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        return hibernate
                .createNativeQuery(MARKS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("edited_at", Instant.class)
                .setParameterList("known", known)
                .setTupleTransformer((values, names) -> mark(new Row(values, names)))
                .list();
    }

    private static Mark mark(Row row) {
        return new Mark(row.id("id"), row.number("rating"), row.is("accepted"), row.moment("edited_at"));
    }
}
