package askme.waiting.form;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.moderation.Newcomers;
import askme.question.AskForm;
import askme.question.PostLengths;
import askme.question.Questions;
import askme.session.Rights;
import askme.tag.edit.ReservedTags;
import askme.waiting.PostOfPlace;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks questions that waited. */
@ApplicationScoped
class WaitingQuestions implements PostOfPlace {

    private final Questions questions;
    private final FormValidator check;
    private final PostLengths lengths;
    private final Newcomers newcomers;
    private final HeldPosts held;
    private final ReservedTags reserved;

    WaitingQuestions(
            Questions questions,
            FormValidator check,
            PostLengths lengths,
            Newcomers newcomers,
            ReservedTags reserved,
            HeldPosts held) {
        this.questions = questions;
        this.check = check;
        this.lengths = lengths;
        this.newcomers = newcomers;
        this.held = held;
        this.reserved = reserved;
    }

    @Override
    public boolean knows(DraftPlace place) {
        return place.equals(DraftPlace.ASK);
    }

    @Override
    public Optional<String> post(DraftPlace place, Map<String, String> fields, MemberRef author, Rights rights) {
        AskForm form = new AskForm(fields.get("title"), fields.get("text"), fields.get("tags"), "", "");
        FormErrors errors = check.of(form);
        lengths.checkQuestion(form, null, errors);
        newcomers.checkPost(rights, form.text(), errors);
        reserved.check(form.tagNames(), List.of(), rights, errors);
        if (!errors.any() && !held.holds(HeldPosts.Typed.question(form.content()), rights, () -> {})) {
            questions.ask(form, author);
        }
        return errors.fields().stream().findFirst().map(errors::of);
    }
}
