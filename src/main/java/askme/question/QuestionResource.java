package askme.question;

import askme.member.MemberRef;
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
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
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
 * Votes for a question and edits it. Its page is in {@code askme.discussion.DiscussionResource}. Its deletion is in {@code
 * askme.discussion.DeletionResource}, because the answers follow, which this package does not know.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QuestionResource {

    private final QuestionActs acts;
    private final QuestionDeletion deletion;
    private final CurrentMember current;
    private final EditMerges merges;
    private final EditModes modes;
    private final Offers offers;
    private final QuestionSuggestions suggestions;
    private final Audit audit;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);
    private final LocalizedMessages<SuggestionMessages> suggestionMessages =
            LocalizedMessages.of(SuggestionMessages.class);

    QuestionResource(
            QuestionActs acts,
            QuestionDeletion deletion,
            CurrentMember current,
            EditMerges merges,
            EditModes modes,
            Offers offers,
            QuestionSuggestions suggestions,
            Audit audit) {
        this.acts = acts;
        this.deletion = deletion;
        this.current = current;
        this.merges = merges;
        this.modes = modes;
        this.offers = offers;
        this.suggestions = suggestions;
        this.audit = audit;
    }

    @POST
    @Path(QuestionLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        return acts.vote(id, VoteForm.ofJson(form));
    }

    @POST
    @Path(QuestionLinks.VOTE)
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voteByForm(@RestPath long id, @RestForm String value, @RestForm("continue") String back) {
        acts.vote(id, VoteForm.ofField(value));
        return Response.seeOther(URI.create(back == null ? QuestionLinks.question(id) : LocalPath.of(back)))
                .build();
    }

    @GET
    @Path(QuestionLinks.EDIT)
    public TemplateInstance editForm(@RestPath long id, @RestQuery String suggestion) {
        Question question = Question.require(id);
        MemberRef editor = current.required();
        EditMode mode = modes.of(SuggestedPost.question(id), question.authorId, suggestion, editor, current.rights());
        return mode.suggestion() == null
                ? view(id, AskForm.of(question), FormErrors.none(), null, mode)
                : offered(question, mode);
    }

    /** The form with a suggested edit, joined with what changed since, as far as possible. */
    private TemplateInstance offered(Question question, EditMode mode) {
        String version = EditVersion.of(question.editedAt);
        OvertakenEdit offer = offers.of(mode.suggestion(), question.content(), version);
        FormErrors errors = FormErrors.none();
        offer.addErrors(errors, messages.get().overtaken());
        AskForm form = AskForm.of(mode.suggestion(), offer.content(), version);
        return view(question.id, form, errors, mode.suggestion().version().equals(version) ? null : offer, mode);
    }

    @POST
    @Path(QuestionLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath long id, @RestQuery String suggestion, @BeanParam AskForm form) {
        MemberRef editor = current.required();
        Question question = Question.require(id);
        EditMode mode = modes.of(SuggestedPost.question(id), question.authorId, suggestion, editor, current.rights());
        FormErrors errors = acts.check(form, question);
        if (errors.any()) {
            return PageResponses.unprocessable(view(id, form, errors, null, mode));
        }
        try {
            return Flash.redirect(QuestionLinks.question(id), save(id, form, mode, editor));
        } catch (EditConflict overtaken) {
            return PageResponses.conflict(merged(id, form, errors, mode));
        } catch (SuggestionRefused refused) {
            errors.add("text", refused.detail());
            return PageResponses.unprocessable(view(id, form, errors, null, mode));
        }
    }

    /** Returns the message about what was done. */
    private String save(long id, AskForm form, EditMode mode, MemberRef editor) {
        Rights rights = current.rights();
        if (mode.proposes()) {
            suggestions.propose(id, form, editor, rights);
            return suggestionMessages.get().proposed();
        }
        if (mode.takes()) {
            Suggestion taken = suggestions.takeChanged(id, mode.suggestion().id(), form, editor, rights);
            audit.moderated("suggestion-taken", taken.proposer().id(), editor.id());
            return suggestionMessages.get().taken();
        }
        acts.edit(id, form);
        return messages.get().changed();
    }

    /** The form with both changes, as far as they can be joined. The member sees it before anything is stored. */
    private TemplateInstance merged(long id, AskForm form, FormErrors errors, EditMode mode) {
        Question stored = Question.require(id);
        OvertakenEdit edit = merges.merge(RevisionKind.QUESTION, id, form.version(), form.content(), stored.content());
        edit.addErrors(errors, messages.get().overtaken());
        return view(id, form.over(edit, EditVersion.of(stored.editedAt)), errors, edit, mode);
    }

    private TemplateInstance view(long id, AskForm form, FormErrors errors, OvertakenEdit overtaken, EditMode mode) {
        Question question = Question.require(id);
        boolean deletable = current.rights().mayDeleteAnswered() || !deletion.isAnsweredByOthers(question);
        return QuestionViews.edit(id, form, errors, question.answerCount, deletable, overtaken, mode);
    }
}
