package askme.answer;

import askme.comment.CommentLinks;
import askme.comment.Comments;
import askme.deletion.DeletionMessages;
import askme.member.MemberRef;
import askme.moderation.DeleteForm;
import askme.question.QuestionLinks;
import askme.revision.Content;
import askme.revision.EditMerges;
import askme.revision.OvertakenEdit;
import askme.revision.RevisionKind;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.suggestion.EditMode;
import askme.suggestion.EditModes;
import askme.suggestion.Offers;
import askme.suggestion.SuggestedPost;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionMessages;
import askme.suggestion.SuggestionRefused;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.Undo;
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
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Finds, votes for, accepts, edits and deletes an answer. Posting an answer is in {@code
 * askme.discussion.DiscussionResource}: a rejected form shows the page of the question, which this package does not know.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AnswerResource {

    private final AnswerActs acts;
    private final AnswerDeletion deletion;
    private final AnswerPurge purge;
    private final CommentConversion conversion;
    private final AnswerQueries queries;
    private final CurrentMember current;
    private final EditMerges merges;
    private final EditModes modes;
    private final Offers offers;
    private final AnswerSuggestions suggestions;
    private final Audit audit;
    private final LocalizedMessages<AnswerMessages> messages = LocalizedMessages.of(AnswerMessages.class);
    private final LocalizedMessages<SuggestionMessages> suggestionMessages =
            LocalizedMessages.of(SuggestionMessages.class);
    private final LocalizedMessages<DeletionMessages> deletionMessages = LocalizedMessages.of(DeletionMessages.class);

    AnswerResource(
            AnswerActs acts,
            AnswerDeletion deletion,
            AnswerPurge purge,
            CommentConversion conversion,
            AnswerQueries queries,
            CurrentMember current,
            EditMerges merges,
            EditModes modes,
            Offers offers,
            AnswerSuggestions suggestions,
            Audit audit) {
        this.acts = acts;
        this.deletion = deletion;
        this.purge = purge;
        this.conversion = conversion;
        this.queries = queries;
        this.current = current;
        this.merges = merges;
        this.modes = modes;
        this.offers = offers;
        this.suggestions = suggestions;
        this.audit = audit;
    }

    /** The reply to the accept button. */
    public record Mark(boolean accepted) {}

    /** Redirects to the page that contains the answer now. Each page of a question shows its deleted answers. */
    @GET
    @Path(AnswerLinks.ANSWER)
    public Response find(@RestPath long id) {
        String url = Answer.isDeleted(id)
                ? AnswerLinks.ofDeleted(deletion.questionOfDeleted(id, current.rights()), id)
                : pageUrl(id);
        return Response.seeOther(URI.create(url))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return acts.vote(id, VoteForm.ofJson(form));
    }

    @POST
    @Path(AnswerLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value) {
        acts.vote(id, VoteForm.ofField(value));
        return Response.seeOther(URI.create(pageUrl(id))).build();
    }

    @POST
    @Path(AnswerLinks.ACCEPT)
    @RateLimited("vote")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Produces(MediaType.APPLICATION_JSON)
    public Mark accept(@RestPath long id) {
        return new Mark(acts.accept(id));
    }

    @POST
    @Path(AnswerLinks.ACCEPT)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acceptByForm(@RestPath long id) {
        acts.accept(id);
        return Response.seeOther(URI.create(pageUrl(id))).build();
    }

    @GET
    @Path(AnswerLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id, @RestQuery String suggestion) {
        Answer answer = Answer.require(id);
        EditMode mode = mode(answer, suggestion, current.required());
        return mode.suggestion() == null
                ? AnswerViews.edit(id, AnswerForm.of(answer), FormErrors.none(), null, mode)
                : offered(answer, mode);
    }

    private EditMode mode(Answer answer, String suggestion, MemberRef editor) {
        SuggestedPost post = SuggestedPost.answer(answer.questionId, answer.id);
        return modes.of(post, answer.authorId, suggestion, editor, current.rights());
    }

    /** The form with a suggested edit, joined with what changed since, as far as possible. */
    private TemplateInstance offered(Answer answer, EditMode mode) {
        String version = EditVersion.of(answer.editedAt);
        OvertakenEdit offer = offers.of(mode.suggestion(), Content.ofAnswer(answer.body), version);
        FormErrors errors = FormErrors.none();
        offer.addErrors(errors, messages.get().overtaken());
        AnswerForm form = AnswerForm.of(mode.suggestion(), offer.content(), version);
        boolean current = mode.suggestion().version().equals(version);
        return AnswerViews.edit(answer.id, form, errors, current ? null : offer, mode);
    }

    @POST
    @Path(AnswerLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @RestQuery String suggestion, @BeanParam AnswerForm form) {
        MemberRef editor = current.required();
        Answer answer = Answer.require(id);
        EditMode mode = mode(answer, suggestion, editor);
        FormErrors errors = acts.check(form, answer);
        if (errors.any()) {
            return PageResponses.unprocessable(AnswerViews.edit(id, form, errors, null, mode));
        }
        try {
            String done = save(answer, form, mode, editor);
            return Flash.redirect(pageUrl(id), done);
        } catch (EditConflict overtaken) {
            return PageResponses.conflict(merged(id, form, errors, mode));
        } catch (SuggestionRefused refused) {
            errors.add("text", refused.detail());
            return PageResponses.unprocessable(AnswerViews.edit(id, form, errors, null, mode));
        }
    }

    /** Returns the message about what was done. */
    private String save(Answer answer, AnswerForm form, EditMode mode, MemberRef editor) {
        Rights rights = current.rights();
        if (mode.proposes()) {
            suggestions.propose(answer.id, answer.questionId, form, editor, rights);
            return suggestionMessages.get().proposed();
        }
        if (mode.takes()) {
            Suggestion taken = suggestions.takeChanged(
                    answer.id, answer.questionId, mode.suggestion().id(), form, editor, rights);
            audit.moderated("suggestion-taken", taken.proposer().id(), editor.id());
            return suggestionMessages.get().taken();
        }
        acts.edit(answer.id, form);
        return messages.get().changed();
    }

    /** The form with both changes, as far as they can be joined. The member sees it before anything is stored. */
    private TemplateInstance merged(long id, AnswerForm form, FormErrors errors, EditMode mode) {
        Answer stored = Answer.require(id);
        OvertakenEdit edit = merges.merge(
                RevisionKind.ANSWER, id, form.version(), Content.ofAnswer(form.text()), Content.ofAnswer(stored.body));
        edit.addErrors(errors, messages.get().overtaken());
        return AnswerViews.edit(id, form.over(edit, EditVersion.of(stored.editedAt)), errors, edit, mode);
    }

    @POST
    @Path(AnswerLinks.DELETE)
    @RateLimited("edit")
    public Response delete(@RestPath long id, @BeanParam DeleteForm form) {
        long question = acts.delete(id, form);
        return Flash.redirect(
                AnswerLinks.ofDeleted(question, id), messages.get().deleted(), Undo.by(AnswerLinks.undeleteAnswer(id)));
    }

    @POST
    @Path(AnswerLinks.UNDELETE)
    @RateLimited("edit")
    public Response undelete(@RestPath long id) {
        var editor = current.required();
        Answer answer = deletion.undelete(id, Answer.questionOfDeleted(id), current.rights());
        audit.moderated("answer-undeleted", answer.authorId, editor.id());
        return Flash.redirect(pageUrl(id), messages.get().undeleted());
    }

    @POST
    @Path(AnswerLinks.PURGE)
    @RateLimited("edit")
    public Response purge(@RestPath long id) {
        var editor = current.required();
        long question = Answer.questionOfDeleted(id);
        audit.moderated("answer-purged", purge.purge(question, id, current.rights()), editor.id());
        return Flash.redirect(
                QuestionLinks.question(question), deletionMessages.get().purged());
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
