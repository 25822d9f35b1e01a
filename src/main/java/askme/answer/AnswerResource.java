package askme.answer;

import askme.question.QuestionLinks;
import askme.session.CurrentMember;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.EditConflict;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Finding, voting for, accepting, editing and deleting an answer. */
@Path("/")
@Blocking
class AnswerResource {

    private final Answers answers;
    private final AnswerQueries feed;
    private final CurrentMember current;
    private final FormValidator check;
    private final Audit audit;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

    AnswerResource(Answers answers, AnswerQueries feed, CurrentMember current, FormValidator check, Audit audit) {
        this.answers = answers;
        this.feed = feed;
        this.current = current;
        this.check = check;
        this.audit = audit;
    }

    /** What the accept button is told. */
    public record Mark(boolean accepted) {}

    @GET
    @Path(AnswerLinks.ANSWER)
    public Response find(@RestPath long id) {
        return Response.seeOther(URI.create(address(id)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return answers.vote(id, current.required(), VoteForm.ofJson(form));
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value) {
        answers.vote(id, current.required(), VoteForm.ofField(value));
        return Response.seeOther(URI.create(address(id))).build();
    }

    @POST
    @Path(AnswerLinks.ACCEPT)
    @RateLimited("vote")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Produces(MediaType.APPLICATION_JSON)
    public Mark accept(@RestPath long id) {
        return new Mark(answers.accept(id, current.required()));
    }

    @POST
    @Path(AnswerLinks.ACCEPT)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acceptByForm(@RestPath long id) {
        answers.accept(id, current.required());
        return Response.seeOther(URI.create(address(id))).build();
    }

    @GET
    @Path(AnswerLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id) {
        Answer answer = Answer.existing(id);
        if (answer.authorId != current.required().id() && !current.admin()) {
            throw new ForbiddenException();
        }
        return AnswerViews.edit(id, AnswerForm.of(answer), FormErrors.none(), null);
    }

    @POST
    @Path(AnswerLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @BeanParam AnswerForm form) {
        var editor = current.required();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(AnswerViews.edit(id, form, errors, null));
        }
        try {
            Answer edited = answers.edit(id, form, editor, current.admin());
            audit.moderated("answer-edited", edited.authorId, editor.id());
        } catch (EditConflict newer) {
            errors.add("text", messages.get().overtaken());
            return PageResponses.conflict(AnswerViews.edit(id, form.over(newer.version()), errors, newer.body()));
        }
        return Flash.redirect(address(id), messages.get().changed());
    }

    @POST
    @Path(AnswerLinks.DELETE)
    @RateLimited("edit")
    public Response delete(@RestPath long id) {
        var editor = current.required();
        Answer gone = answers.delete(id, editor, current.admin());
        audit.moderated("answer-deleted", gone.authorId, editor.id());
        return Flash.redirect(
                QuestionLinks.question(gone.questionId), messages.get().deleted());
    }

    private String address(long id) {
        Answer answer = Answer.existing(id);
        return AnswerLinks.onPage(answer.questionId, feed.pageOf(answer), id);
    }
}
