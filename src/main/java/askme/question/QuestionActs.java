package askme.question;

import askme.draft.DraftPlace;
import askme.held.HeldPosts;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.Newcomers;
import askme.session.CurrentMember;
import askme.tag.edit.ReservedTags;
import askme.vote.VoteState;
import askme.waiting.WaitingPosts;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Posted;
import askme.web.page.Sent;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The acts of members on questions, by a page or by the API. The rules and their messages are here, so that both are the same. Deletion is in
 * {@code askme.discussion.DeletionResource}.
 */
@ApplicationScoped
public class QuestionActs {

    private final Questions questions;
    private final CurrentMember current;
    private final FormValidator check;
    private final PostLengths lengths;
    private final Newcomers newcomers;
    private final ReservedTags reserved;
    private final WaitingPosts waiting;
    private final HeldPosts held;
    private final Audit audit;

    QuestionActs(
            Questions questions,
            CurrentMember current,
            FormValidator check,
            PostLengths lengths,
            Newcomers newcomers,
            ReservedTags reserved,
            WaitingPosts waiting,
            HeldPosts held,
            Audit audit) {
        this.questions = questions;
        this.current = current;
        this.check = check;
        this.lengths = lengths;
        this.newcomers = newcomers;
        this.reserved = reserved;
        this.waiting = waiting;
        this.held = held;
        this.audit = audit;
    }

    /**
     * Asks a question.
     *
     * @throws askme.held.PostHeld if it waits for a moderator
     */
    public Sent<Question> ask(AskForm form) {
        MemberRef author = current.required();
        FormErrors errors = check.of(form);
        lengths.checkQuestion(form, null, errors);
        newcomers.checkPost(current.rights(), form.text(), errors);
        reserved.check(form.tagNames(), List.of(), current.rights(), errors);
        if (errors.any()) {
            return new Sent.Refused<>(errors);
        }
        if (current.mustConfirm()) {
            return waiting.keep(author.id(), DraftPlace.ASK, form.fields())
                    .<Sent<Question>>map(reason -> new Sent.Refused<>(errors.add("text", reason)))
                    .orElseGet(Sent.Waits::new);
        }
        held.check(HeldPosts.Typed.question(form.content()), current.rights(), () -> {});
        Posted<Question> asked = questions.ask(form, author);
        return new Sent.Added<>(asked.post(), asked.repeated());
    }

    /** The errors of an edit of {@code stored}. */
    public FormErrors check(AskForm form, Question stored) {
        AskForm before = AskForm.of(stored);
        FormErrors errors = check.of(form);
        form.allowUnchanged(before, errors);
        lengths.checkQuestion(form, before, errors);
        reserved.check(form.tagNames(), stored.tags(), current.rights(), errors);
        return errors;
    }

    /**
     * Stores an edit that {@link #check} has accepted.
     *
     * @throws askme.web.page.EditConflict if the question changed after the version of the form
     */
    public void edit(long id, AskForm form) {
        MemberRef editor = current.required();
        audit.moderated("question-edited", questions.edit(id, form, editor, current.rights()), editor.id());
    }

    /** Votes as {@link Questions#vote}. */
    public VoteState vote(long id, int value) {
        MemberRef voter = current.required();
        current.rights().require(Privilege.VOTE);
        return questions.vote(id, voter, value);
    }
}
