package askme.realtime;

import askme.answer.AnswerAccepted;
import askme.answer.AnswerCard;
import askme.answer.AnswerDeleted;
import askme.answer.AnswerEdited;
import askme.answer.AnswerPosted;
import askme.answer.AnswerQueries;
import askme.answer.AnswerUndeleted;
import askme.answer.AnswerViews;
import askme.answer.AnswerVoted;
import askme.comment.CommentQueries;
import askme.comment.CommentThread;
import askme.database.Row;
import askme.jobs.Handler;
import askme.question.Question;
import askme.web.Languages;
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

    /** The HTML in one response, in characters. The last answer may exceed it. */
    static final int MOST_HTML = 250_000;

    static final String MARKS =
            "SELECT id, rating, accepted, edited_at FROM answer WHERE id IN (:known) AND question_id = :question AND hidden = 0";

    private final Publications publications;
    private final AnswerQueries answers;
    private final CommentQueries comments;
    private final Session hibernate;

    LiveAnswers(Publications publications, AnswerQueries answers, CommentQueries comments, Session hibernate) {
        this.publications = publications;
        this.answers = answers;
        this.comments = comments;
        this.hibernate = hibernate;
    }

    /**
     * An answer was added or its text was edited.
     *
     * @param total the number of the question's answers
     * @param returned whether it was undeleted: the page may have lost it, or never had it
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
            boolean returned,
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
    Handler<AnswerUndeleted> undeleted() {
        return publications.handler(
                "publish-answer-undeleted",
                AnswerUndeleted.class,
                AnswerUndeleted::questionId,
                (event, asOf) -> shownOrGone(event.questionId(), event.answerId(), asOf, true));
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
        return shownOrGone(questionId, id, asOf, false);
    }

    /** An answer that has moved to another question is gone from this one. */
    Optional<Change> shownOrGone(long questionId, long id, long asOf, boolean returned) {
        return Question.findVisible(questionId).map(question -> answers.one(id)
                .filter(card -> card.questionId() == questionId)
                .<Change>map(card -> shown(card, question, returned, asOf, Languages.TRANSLATED))
                .orElseGet(() -> new AnswerGone(id, question.answerCount, asOf)));
    }

    /** Empty if the answer was deleted: the event of its deletion publishes that. */
    private Optional<Change> marked(long id, long asOf) {
        return answers.one(id).map(card -> new AnswerMarked(id, card.rating(), card.accepted(), asOf));
    }

    private AnswerShown shown(AnswerCard card, Question question, boolean returned, long asOf, Set<String> languages) {
        CommentThread thread = returned
                ? comments.shown(Map.of(card.post(), card.commentCount()), 0).get(card.post())
                : CommentThread.empty(card.post());
        return new AnswerShown(
                card.id(),
                card.author().id(),
                card.rating(),
                card.accepted(),
                card.answeredAt(),
                question.answerCount,
                returned,
                asOf,
                Snapshots.html(() -> AnswerViews.card(card, false, thread, null), languages));
    }

    /**
     * Today's state of the answers that the page has ({@code known}), and the answers after {@code after}. Both stop at
     * {@link #MOST_HTML}; then the response says how the page continues.
     */
    @Override
    public Missed missed(OpenPage page) {
        List<Long> known = page.ids("known");
        List<Change> changes = new ArrayList<>();
        Budget budget = new Budget();
        List<Long> rest = addKnown(changes, page, known, budget);
        List<AnswerCard> newer = answers.newer(page.question().id, page.after(), NEWER);
        long last = page.after();
        boolean more = newer.size() == NEWER;
        for (AnswerCard card : newer) {
            if (budget.isSpent()) {
                more = true;
                break;
            }
            if (!known.contains(card.id())) {
                changes.add(budget.spend(shown(card, page.question(), false, page.asOf(), Set.of(page.language()))));
            }
            last = card.id();
        }
        return new Missed(changes, last, more, rest);
    }

    /** Counts the characters of a response. */
    private static final class Budget {

        private int left = MOST_HTML;

        boolean isSpent() {
            return left <= 0;
        }

        AnswerShown spend(AnswerShown answer) {
            left -= answer.html().values().stream().mapToInt(String::length).sum();
            return answer;
        }
    }

    /** Returns the ids of edited answers that did not fit. */
    private List<Long> addKnown(List<Change> changes, OpenPage page, List<Long> known, Budget budget) {
        Set<Long> gone = new HashSet<>(known);
        List<Long> rest = new ArrayList<>();
        for (Mark mark : marks(page.question().id, known)) {
            gone.remove(mark.id);
            boolean edited = page.missedEdit(mark.editedAt);
            if (edited && budget.isSpent()) {
                rest.add(mark.id);
            } else if (edited) {
                AnswerCard card = answers.one(mark.id).orElseThrow();
                changes.add(budget.spend(shown(card, page.question(), false, page.asOf(), Set.of(page.language()))));
            } else {
                changes.add(new AnswerMarked(mark.id, mark.rating, mark.accepted, page.asOf()));
            }
        }
        gone.forEach(id -> changes.add(new AnswerGone(id, page.question().answerCount, page.asOf())));
        return rest;
    }

    private List<Mark> marks(long question, List<Long> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        return hibernate
                .createNativeQuery(MARKS, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("rating", Integer.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("edited_at", Instant.class)
                .setParameter("question", question)
                .setParameterList("known", known)
                .setTupleTransformer((values, names) -> mark(new Row(values, names)))
                .list();
    }

    private static Mark mark(Row row) {
        return new Mark(row.id("id"), row.number("rating"), row.is("accepted"), row.moment("edited_at"));
    }
}
