package askme.realtime;

import askme.answer.AnswerCard;
import askme.answer.AnswerQueries;
import askme.answer.AnswerViews;
import askme.member.Member;
import askme.question.Question;
import askme.question.QuestionViews;
import askme.session.MemberGlobals;
import askme.web.Languages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.Session;

/** The state of a question and its answers as it is now, in the shape it is published in. */
@ApplicationScoped
class Snapshots {

    /** Its own statement and the first of its transaction: what is read after it is no older. */
    static final String NOW = "SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED) AS state";

    private final AnswerQueries answers;
    private final Session database;

    Snapshots(AnswerQueries answers, Session database) {
        this.answers = answers;
        this.database = database;
    }

    /** Now, in microseconds since 1970, by the clock all workers share. */
    long now() {
        return database.createNativeQuery(NOW, Long.class)
                .addScalar("state", Long.class)
                .getSingleResult();
    }

    /** The answer with its card, or that it is gone; empty where the question is gone too. */
    @Transactional
    Optional<Change> answer(long question, long id) {
        long asOf = now();
        return Question.<Question>findByIdOptional(question).map(q -> answers.one(id)
                .<Change>map(card -> shown(card, q.answerCount, asOf))
                .orElseGet(() -> new Change.AnswerGone(id, q.answerCount, asOf)));
    }

    /** The answer's rating and mark; empty where it is gone, which is told by the event of its deletion. */
    @Transactional
    Optional<Change> mark(long id) {
        long asOf = now();
        return answers.one(id).map(card -> new Change.AnswerMarked(id, card.rating(), card.accepted(), asOf));
    }

    /** The question's rating; empty where it is gone. */
    @Transactional
    Optional<Change> rating(long question) {
        long asOf = now();
        return Question.<Question>findByIdOptional(question)
                .map(q -> new Change.QuestionShown(q.rating, q.answerCount, null, asOf, null));
    }

    /** The question with its text; empty where it is gone. */
    @Transactional
    Optional<Change> question(long id) {
        long asOf = now();
        return Question.<Question>findByIdOptional(id).map(q -> shown(q, asOf));
    }

    /** That the question is gone. */
    @Transactional
    Optional<Change> questionGone() {
        return Optional.of(new Change.QuestionGone(now()));
    }

    /** The card for everyone. */
    Change shown(AnswerCard card, int total, long asOf) {
        return new Change.AnswerShown(
                card.id(),
                card.author().id(),
                card.rating(),
                card.accepted(),
                card.answeredAt(),
                total,
                asOf,
                inEachLanguage(() -> AnswerViews.card(card, false)));
    }

    Change shown(Question question, long asOf) {
        var author = Member.<Member>findById(question.authorId).ref();
        return new Change.QuestionShown(
                question.rating,
                question.answerCount,
                question.title,
                asOf,
                inEachLanguage(() -> QuestionViews.body(question, author)));
    }

    private interface View {

        TemplateInstance instance();
    }

    /** Rendered as guests see it, also where a member's request asks. */
    private static Map<String, String> inEachLanguage(View view) {
        Map<String, String> html = new TreeMap<>();
        for (String language : Languages.OFFERED) {
            Locale locale = Locale.forLanguageTag(language);
            html.put(language, MemberGlobals.asGuest(() -> view.instance()
                    .setLocale(locale)
                    .render()));
        }
        return html;
    }
}
