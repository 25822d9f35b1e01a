package askme.answer;

import askme.question.Question;
import askme.revision.RestoreForm;
import askme.revision.RevisionKind;
import askme.revision.RevisionLinks;
import askme.revision.RevisionPages;
import askme.revision.RevisionsPage;
import askme.session.CurrentMember;
import askme.web.page.EditVersion;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows the revisions of an answer, and restores one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AnswerRevisionsResource {

    private final Answers answers;
    private final RevisionPages pages;
    private final CurrentMember current;
    private final Audit audit;

    AnswerRevisionsResource(Answers answers, RevisionPages pages, CurrentMember current, Audit audit) {
        this.answers = answers;
        this.pages = pages;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Path(RevisionLinks.OF_ANSWER)
    public TemplateInstance list(
            @RestPath long id, @RestQuery String before, @RestQuery String view, @RestQuery String of) {
        Answer answer = Answer.require(id);
        RevisionsPage.Post post = new RevisionsPage.Post(
                Question.require(answer.questionId).title,
                RevisionLinks.answerRevisions(id),
                AnswerLinks.answer(id),
                answer.revision,
                EditVersion.of(answer.editedAt),
                current.rights().mayRestore(answer.authorId));
        return pages.page(RevisionKind.ANSWER, id, post, RevisionsPage.View.of(view, of), before);
    }

    @POST
    @Path(RevisionLinks.RESTORE_ANSWER)
    @RateLimited("edit")
    public Response restore(@RestPath long id, @RestPath int number, @BeanParam RestoreForm form) {
        return pages.restored(number, AnswerLinks.answer(id), RevisionLinks.answerRevisions(id), editor -> {
            Answer answer = answers.restore(id, number, form.version(), editor, current.rights());
            audit.moderated("answer-restored", answer.authorId, editor.id());
        });
    }
}
