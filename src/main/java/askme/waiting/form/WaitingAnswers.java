package askme.waiting.form;

import askme.answer.AnswerForm;
import askme.answer.Answers;
import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.moderation.Newcomers;
import askme.question.PostLengths;
import askme.question.Question;
import askme.session.Rights;
import askme.waiting.PostOfPlace;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Posts answers that waited. */
@ApplicationScoped
class WaitingAnswers implements PostOfPlace {

    private static final String PREFIX = "answer-";

    private final Answers answers;
    private final FormValidator check;
    private final PostLengths lengths;
    private final Newcomers newcomers;
    private final HeldPosts held;

    WaitingAnswers(Answers answers, FormValidator check, PostLengths lengths, Newcomers newcomers, HeldPosts held) {
        this.answers = answers;
        this.check = check;
        this.lengths = lengths;
        this.newcomers = newcomers;
        this.held = held;
    }

    @Override
    public boolean knows(DraftPlace place) {
        return place.idAfter(PREFIX).isPresent();
    }

    @Override
    public Optional<String> post(DraftPlace place, Map<String, String> fields, MemberRef author, Rights rights) {
        long question = place.idAfter(PREFIX).orElseThrow();
        AnswerForm form = new AnswerForm(fields.get("text"), "", "");
        FormErrors errors = check.of(form);
        lengths.checkAnswer(form.text(), null, errors);
        newcomers.checkPost(rights, form.text(), errors);
        if (!errors.any()
                && !held.holds(HeldPosts.Typed.answer(question, form.text()), rights, () -> Question.lockById(question)
                        .requireOpen()
                        .requireUnlocked())) {
            answers.post(question, form, author);
        }
        return errors.fields().stream().findFirst().map(errors::of);
    }
}
