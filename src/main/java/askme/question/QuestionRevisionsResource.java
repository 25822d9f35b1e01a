package askme.question;

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

/** Shows the revisions of a question, and restores one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QuestionRevisionsResource {

    private final Questions questions;
    private final RevisionPages pages;
    private final CurrentMember current;
    private final Audit audit;

    QuestionRevisionsResource(Questions questions, RevisionPages pages, CurrentMember current, Audit audit) {
        this.questions = questions;
        this.pages = pages;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Path(RevisionLinks.OF_QUESTION)
    public TemplateInstance list(
            @RestPath long id, @RestQuery String before, @RestQuery String view, @RestQuery String of) {
        Question question = Question.require(id);
        RevisionsPage.Post post = new RevisionsPage.Post(
                question.title,
                RevisionLinks.questionRevisions(id),
                QuestionLinks.question(id),
                question.revision,
                EditVersion.of(question.editedAt),
                current.rights().mayRestore(question.authorId));
        return pages.page(RevisionKind.QUESTION, id, post, RevisionsPage.View.of(view, of), before);
    }

    @POST
    @Path(RevisionLinks.RESTORE_QUESTION)
    @RateLimited("edit")
    public Response restore(@RestPath long id, @RestPath int number, @BeanParam RestoreForm form) {
        return pages.restored(number, QuestionLinks.question(id), RevisionLinks.questionRevisions(id), editor -> {
            long author = questions.restore(id, number, form.version(), editor, current.rights());
            audit.moderated("question-restored", author, editor.id());
        });
    }
}
