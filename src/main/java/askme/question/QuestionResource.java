package askme.question;

import askme.revision.EditMerges;
import askme.revision.OvertakenEdit;
import askme.revision.RevisionKind;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Votes for a question and edits it. Its page is in {@code askme.discussion.DiscussionResource}. Its deletion is in {@code
 * askme.discussion.DeletionResource}, because an administrator deletes the answers too, which this package does not know.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QuestionResource {

    private final Questions questions;
    private final CurrentMember current;
    private final FormValidator check;
    private final PostLengths lengths;
    private final EditMerges merges;
    private final Audit audit;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    QuestionResource(
            Questions questions,
            CurrentMember current,
            FormValidator check,
            PostLengths lengths,
            EditMerges merges,
            Audit audit) {
        this.questions = questions;
        this.current = current;
        this.check = check;
        this.lengths = lengths;
        this.merges = merges;
        this.audit = audit;
    }

    @POST
    @Path(QuestionLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return questions.vote(id, current.required(), VoteForm.ofJson(form));
    }

    @POST
    @Path(QuestionLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value, @RestForm("continue") String back) {
        questions.vote(id, current.required(), VoteForm.ofField(value));
        return Response.seeOther(URI.create(back == null ? QuestionLinks.question(id) : LocalPath.of(back)))
                .build();
    }

    @GET
    @Path(QuestionLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id) {
        Question question = Question.require(id);
        current.required();
        Rights.require(current.rights().mayEdit(question.authorId));
        return QuestionViews.edit(id, AskForm.of(question), FormErrors.none(), question.answerCount, null);
    }

    @POST
    @Path(QuestionLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @BeanParam AskForm form) {
        var editor = current.required();
        FormErrors errors = check.of(form);
        lengths.checkQuestion(form, AskForm.of(Question.require(id)), errors);
        if (errors.any()) {
            return PageResponses.unprocessable(view(id, form, errors, null));
        }
        try {
            long author = questions.edit(id, form, editor, current.rights());
            audit.moderated("question-edited", author, editor.id());
        } catch (EditConflict overtaken) {
            return PageResponses.conflict(merged(id, form, errors));
        }
        return Flash.redirect(QuestionLinks.question(id), messages.get().changed());
    }

    /** The form with both changes, as far as they can be joined. The member sees it before anything is stored. */
    private TemplateInstance merged(long id, AskForm form, FormErrors errors) {
        Question stored = Question.require(id);
        OvertakenEdit edit = merges.merge(RevisionKind.QUESTION, id, form.version(), form.content(), stored.content());
        edit.addErrors(errors, messages.get().overtaken());
        return view(id, form.over(edit, EditVersion.of(stored.editedAt)), errors, edit);
    }

    private static TemplateInstance view(long id, AskForm form, FormErrors errors, OvertakenEdit overtaken) {
        return QuestionViews.edit(id, form, errors, Question.require(id).answerCount, overtaken);
    }
}
