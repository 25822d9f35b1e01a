package askme.discussion;

import askme.answer.Answers;
import askme.member.MemberRef;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.question.QuestionMessages;
import askme.question.Questions;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Deletes a question. Its author may do it as long as it has no answers; an administrator deletes the answers too. They are
 * deleted in transactions of bounded size, and every counter is right after each. After a crash, deleting again continues.
 */
@Path(QuestionLinks.DELETE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DeletionResource {

    private final Questions questions;
    private final Answers answers;
    private final CurrentMember current;
    private final Audit audit;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    DeletionResource(Questions questions, Answers answers, CurrentMember current, Audit audit) {
        this.questions = questions;
        this.answers = answers;
        this.current = current;
        this.audit = audit;
    }

    @POST
    @RateLimited("edit")
    public Response delete(@RestPath long id) {
        MemberRef editor = current.required();
        Rights rights = current.rights();
        long author = Question.require(id).authorId;
        while (!questions.delete(id, rights)) { // loops because somebody may answer between two transactions
            if (!rights.mayDeleteAnswered()) {
                return Flash.redirect(QuestionLinks.question(id), messages.get().has_answers());
            }
            answers.deleteSome(id);
        }
        audit.moderated("question-deleted", author, editor.id());
        return Flash.redirect(QuestionLinks.newest(), messages.get().deleted());
    }
}
