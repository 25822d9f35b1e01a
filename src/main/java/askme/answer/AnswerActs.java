package askme.answer;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.DeleteForm;
import askme.moderation.Newcomers;
import askme.question.PostLengths;
import askme.question.Question;
import askme.session.CurrentMember;
import askme.vote.VoteState;
import askme.waiting.WaitingPosts;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Posted;
import askme.web.page.Sent;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The acts of members on answers, by a page or by the API. The rules and their messages are here, so that both are the same. */
@ApplicationScoped
public class AnswerActs {

    private final Answers answers;
    private final AnswerDeletion deletion;
    private final CurrentMember current;
    private final FormValidator check;
    private final PostLengths lengths;
    private final Newcomers newcomers;
    private final WaitingPosts waiting;
    private final HeldPosts held;
    private final Audit audit;

    AnswerActs(
            Answers answers,
            AnswerDeletion deletion,
            CurrentMember current,
            FormValidator check,
            PostLengths lengths,
            Newcomers newcomers,
            WaitingPosts waiting,
            HeldPosts held,
            Audit audit) {
        this.answers = answers;
        this.deletion = deletion;
        this.current = current;
        this.check = check;
        this.lengths = lengths;
        this.newcomers = newcomers;
        this.waiting = waiting;
        this.held = held;
        this.audit = audit;
    }

    /**
     * Answers a question.
     *
     * @throws askme.held.PostHeld if the answer waits for a moderator
     */
    public Sent<Answer> post(long question, AnswerForm form) {
        MemberRef author = current.required();
        FormErrors errors = check.of(form);
        lengths.checkAnswer(form.text(), null, errors);
        newcomers.checkPost(current.rights(), form.text(), errors);
        if (errors.any()) {
            return new Sent.Refused<>(errors);
        }
        if (current.mustConfirm()) {
            return waiting.keep(author.id(), DraftPlace.answerTo(question), Map.of("text", form.text()))
                    .<Sent<Answer>>map(reason -> new Sent.Refused<>(errors.add("text", reason)))
                    .orElseGet(Sent.Waits::new);
        }
        held.check(HeldPosts.Typed.answer(question, form.text()), current.rights(), () -> Question.lockById(question)
                .requireOpen()
                .requireUnlocked());
        Posted<Answer> posted = answers.post(question, form, author);
        return new Sent.Added<>(posted.post(), posted.repeated());
    }

    /** The errors of an edit of {@code stored}. */
    public FormErrors check(AnswerForm form, Answer stored) {
        FormErrors errors = check.of(form);
        lengths.checkAnswer(form.text(), stored.body, errors);
        return errors;
    }

    /**
     * Stores an edit that {@link #check} has accepted.
     *
     * @throws askme.web.page.EditConflict if the answer changed after the version of the form
     */
    public void edit(long id, AnswerForm form) {
        MemberRef editor = current.required();
        Answer edited = answers.edit(id, form, editor, current.rights());
        audit.moderated("answer-edited", edited.authorId, editor.id());
    }

    /** Deletes the answer and returns its question. */
    public long delete(long id, DeleteForm form) {
        MemberRef editor = current.required();
        Answer deleted = deletion.delete(id, editor, current.rights(), form.checked(check));
        audit.moderated("answer-deleted", deleted.authorId, editor.id());
        return deleted.questionId;
    }

    /** Votes for the answer, or takes the same vote back. */
    public VoteState vote(long id, int value) {
        MemberRef voter = current.required();
        current.rights().require(Privilege.VOTE);
        return answers.vote(id, Answer.originOf(id), voter, value);
    }

    /** Accepts the answer, or removes the mark. Returns whether the answer is accepted now. */
    public boolean accept(long id) {
        return answers.accept(id, current.required());
    }
}
