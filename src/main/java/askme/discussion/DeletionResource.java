package askme.discussion;

import askme.answer.AnswersOfDeleted;
import askme.deletion.DeletionMessages;
import askme.member.MemberRef;
import askme.moderation.DeleteForm;
import askme.question.QuestionDeletion;
import askme.question.QuestionLinks;
import askme.question.QuestionMessages;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Deletes and undeletes a question. Its author may do it as long as nobody else has answered; a moderator at any time. The answers
 * follow in transactions of bounded size, of which the request runs the first. A job runs the others.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DeletionResource {

    private final QuestionDeletion questions;
    private final AnswersOfDeleted answers;
    private final PostPurge purge;
    private final CurrentMember current;
    private final QuestionRemoval removal;
    private final Audit audit;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);
    private final LocalizedMessages<DeletionMessages> deletionMessages = LocalizedMessages.of(DeletionMessages.class);

    DeletionResource(
            QuestionDeletion questions,
            AnswersOfDeleted answers,
            PostPurge purge,
            CurrentMember current,
            QuestionRemoval removal,
            Audit audit) {
        this.removal = removal;
        this.questions = questions;
        this.answers = answers;
        this.purge = purge;
        this.current = current;
        this.audit = audit;
    }

    @POST
    @Path(QuestionLinks.DELETE)
    @RateLimited("edit")
    public Response delete(@RestPath long id, @BeanParam DeleteForm form) {
        if (!removal.delete(id, form)) {
            return Flash.redirect(QuestionLinks.question(id), messages.get().has_answers());
        }
        return Flash.redirect(
                QuestionLinks.question(id), messages.get().deleted(), Undo.by(QuestionLinks.undeleteQuestion(id)));
    }

    @POST
    @Path(QuestionLinks.UNDELETE)
    @RateLimited("edit")
    public Response undelete(@RestPath long id) {
        MemberRef editor = current.required();
        long author = questions.undelete(id, current.rights());
        audit.moderated("question-undeleted", author, editor.id());
        answers.followSome(id);
        return Flash.redirect(QuestionLinks.question(id), messages.get().undeleted());
    }

    /** Removes a deleted question with everything that belongs to it. */
    @POST
    @Path(QuestionLinks.PURGE)
    @RateLimited("edit")
    public Response purge(@RestPath long id) {
        MemberRef editor = current.required();
        questions.beginPurge(id, current.rights());
        audit.moderated("question-purged", purge.question(id), editor.id());
        return Flash.redirect(QuestionLinks.newest(), deletionMessages.get().purged());
    }
}
