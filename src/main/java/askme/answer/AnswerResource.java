package askme.answer;

import askme.comment.CommentLinks;
import askme.comment.Comments;
import askme.member.MemberRef;
import askme.question.PostLengths;
import askme.question.QuestionLinks;
import askme.revision.Content;
import askme.revision.EditMerges;
import askme.revision.OvertakenEdit;
import askme.revision.RevisionKind;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.vote.VoteForm;
import askme.vote.VoteState;
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
 * Finds, votes for, accepts, edits and deletes an answer. Posting an answer is in {@code
 * askme.discussion.DiscussionResource}: a rejected form shows the page of the question, which this package does not know.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AnswerResource {

    private final Answers answers;
    private final CommentConversion conversion;
    private final AnswerQueries queries;
    private final CurrentMember current;
    private final FormValidator check;
    private final PostLengths lengths;
    private final EditMerges merges;
    private final Audit audit;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);

    AnswerResource(
            Answers answers,
            CommentConversion conversion,
            AnswerQueries queries,
            CurrentMember current,
            FormValidator check,
            PostLengths lengths,
            EditMerges merges,
            Audit audit) {
        this.answers = answers;
        this.conversion = conversion;
        this.queries = queries;
        this.current = current;
        this.check = check;
        this.lengths = lengths;
        this.merges = merges;
        this.audit = audit;
    }

    /** The reply to the accept button. */
    public record Mark(boolean accepted) {}

    /** Redirects to the page that contains the answer now. */
    @GET
    @Path(AnswerLinks.ANSWER)
    public Response find(@RestPath long id) {
        return Response.seeOther(URI.create(pageUrl(id)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return cast(id, current.required(), VoteForm.ofJson(form));
    }

    private VoteState cast(long id, MemberRef voter, int value) {
        return answers.vote(id, Answer.questionOf(id), voter, value);
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value) {
        cast(id, current.required(), VoteForm.ofField(value));
        return Response.seeOther(URI.create(pageUrl(id))).build();
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
        return Response.seeOther(URI.create(pageUrl(id))).build();
    }

    @GET
    @Path(AnswerLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id) {
        Answer answer = Answer.require(id);
        current.required();
        Rights.require(current.rights().mayEdit(answer.authorId));
        return AnswerViews.edit(id, AnswerForm.of(answer), FormErrors.none(), null);
    }

    @POST
    @Path(AnswerLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @BeanParam AnswerForm form) {
        var editor = current.required();
        FormErrors errors = check.of(form);
        lengths.checkAnswer(form.text(), Answer.require(id).body, errors);
        if (errors.any()) {
            return PageResponses.unprocessable(AnswerViews.edit(id, form, errors, null));
        }
        try {
            Answer edited = answers.edit(id, form, editor, current.rights());
            audit.moderated("answer-edited", edited.authorId, editor.id());
        } catch (EditConflict overtaken) {
            return PageResponses.conflict(merged(id, form, errors));
        }
        return Flash.redirect(pageUrl(id), messages.get().changed());
    }

    /** The form with both changes, as far as they can be joined. The member sees it before anything is stored. */
    private TemplateInstance merged(long id, AnswerForm form, FormErrors errors) {
        Answer stored = Answer.require(id);
        OvertakenEdit edit = merges.merge(
                RevisionKind.ANSWER, id, form.version(), Content.ofAnswer(form.text()), Content.ofAnswer(stored.body));
        edit.addErrors(errors, messages.get().overtaken());
        return AnswerViews.edit(id, form.over(edit, EditVersion.of(stored.editedAt)), errors, edit);
    }

    @POST
    @Path(AnswerLinks.DELETE)
    @RateLimited("edit")
    public Response delete(@RestPath long id) {
        var editor = current.required();
        Answer deleted = answers.delete(id, current.rights());
        audit.moderated("answer-deleted", deleted.authorId, editor.id());
        return Flash.redirect(
                QuestionLinks.question(deleted.questionId), messages.get().deleted());
    }

    /** Turns a comment into an answer of its author. */
    @POST
    @Path(CommentLinks.TO_ANSWER)
    @RateLimited("edit")
    public Response ofComment(@RestPath long id) {
        var editor = current.required();
        Rights.require(current.rights().mayConvert());
        Answer answer = conversion.convert(id, Comments.postOf(id));
        audit.moderated("comment-made-answer", answer.authorId, editor.id());
        return Flash.redirect(pageUrl(answer.id), messages.get().of_comment());
    }

    private String pageUrl(long id) {
        Answer answer = Answer.require(id);
        return AnswerLinks.onPage(answer.questionId, queries.pageOf(answer), id);
    }
}
