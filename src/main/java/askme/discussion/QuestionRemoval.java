package askme.discussion;

import askme.answer.AnswersOfDeleted;
import askme.member.MemberRef;
import askme.moderation.DeleteForm;
import askme.question.QuestionDeletion;
import askme.session.CurrentMember;
import askme.web.page.FormValidator;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Deletes a question, by a page or by the API. */
@ApplicationScoped
public class QuestionRemoval {

    private final QuestionDeletion questions;
    private final AnswersOfDeleted answers;
    private final CurrentMember current;
    private final FormValidator check;
    private final Audit audit;

    QuestionRemoval(
            QuestionDeletion questions,
            AnswersOfDeleted answers,
            CurrentMember current,
            FormValidator check,
            Audit audit) {
        this.questions = questions;
        this.answers = answers;
        this.current = current;
        this.check = check;
        this.audit = audit;
    }

    /** Whether it is deleted; false if others have answered it, so that the member may not. */
    public boolean delete(long id, DeleteForm form) {
        MemberRef editor = current.required();
        OptionalLong author = questions.delete(id, editor, current.rights(), form.checked(check));
        if (author.isEmpty()) {
            return false;
        }
        audit.moderated("question-deleted", author.getAsLong(), editor.id());
        answers.followSome(id);
        return true;
    }
}
