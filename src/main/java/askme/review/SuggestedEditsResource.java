package askme.review;

import askme.member.MemberRef;
import askme.revision.RevisionsPage;
import askme.session.CurrentMember;
import askme.suggestion.ListedSuggestion;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionLinks;
import askme.suggestion.SuggestionMessages;
import askme.suggestion.SuggestionQueries;
import askme.suggestion.Suggestions;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
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

/**
 * Lists suggested edits, shows one, takes, declines and withdraws it. The edit forms of posts propose and change them, in {@code
 * QuestionResource} and {@code AnswerResource}.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuggestedEditsResource {

    private final SuggestionQueries queries;
    private final Suggestions suggestions;
    private final SuggestedPosts posts;
    private final SuggestedEdits edits;
    private final CurrentMember current;
    private final FormValidator check;
    private final Audit audit;
    private final LocalizedMessages<SuggestionMessages> messages = LocalizedMessages.of(SuggestionMessages.class);

    SuggestedEditsResource(
            SuggestionQueries queries,
            Suggestions suggestions,
            SuggestedPosts posts,
            SuggestedEdits edits,
            CurrentMember current,
            FormValidator check,
            Audit audit) {
        this.queries = queries;
        this.suggestions = suggestions;
        this.posts = posts;
        this.edits = edits;
        this.current = current;
        this.check = check;
        this.audit = audit;
    }

    @GET
    @Path(SuggestionLinks.ALL)
    public TemplateInstance list(@RestQuery String before, @RestQuery String of) {
        MemberRef reader = current.required();
        ListKey key = ListKey.of(before);
        boolean own = "me".equals(of);
        KeyPage<ListedSuggestion> page = own ? queries.ofProposer(reader.id(), key) : toDecide(reader, key);
        String path = own ? SuggestionLinks.ownSuggestedEdits() : SuggestionLinks.suggestedEdits();
        return ReviewViews.list(page.rows(), own, KeyPaginator.of(path, key, page.last()));
    }

    private KeyPage<ListedSuggestion> toDecide(MemberRef reader, ListKey before) {
        return current.rights().mayReviewAll() ? queries.waiting(before) : queries.forAuthor(reader.id(), before);
    }

    @GET
    @Path(SuggestionLinks.ONE)
    public TemplateInstance show(@RestPath long id, @RestQuery String view, @RestQuery String of) {
        current.required();
        return page(queries.require(id), RevisionsPage.View.of(view, of), DeclineForm.EMPTY, FormErrors.none());
    }

    @POST
    @Path(SuggestionLinks.TAKE)
    @RateLimited("edit")
    public Response take(@RestPath long id, @BeanParam TakeForm form) {
        MemberRef reviewer = current.required();
        Suggestion suggestion = queries.require(id);
        try {
            long proposer = posts.take(suggestion, form, reviewer, current.rights());
            audit.moderated("suggestion-taken", proposer, reviewer.id());
        } catch (EditConflict newer) {
            return Flash.redirect(
                    SuggestionLinks.suggestedEdit(id), messages.get().changed_before());
        }
        return Flash.redirect(
                SuggestedPosts.path(suggestion.post()), messages.get().taken());
    }

    /**
     * The reply to a script that decides in the review queue.
     *
     * @param text the decision, in the reader's language
     */
    public record EditDecided(String text) {}

    @POST
    @Path(SuggestionLinks.TAKE)
    @RateLimited("edit")
    @Produces(MediaType.APPLICATION_JSON)
    public EditDecided takeByScript(@RestPath long id, @BeanParam TakeForm form) {
        MemberRef reviewer = current.required();
        try {
            long proposer = posts.take(queries.require(id), form, reviewer, current.rights());
            audit.moderated("suggestion-taken", proposer, reviewer.id());
        } catch (EditConflict newer) {
            throw new ProblemException(409, "changed", messages.get().changed_before());
        }
        return new EditDecided(messages.get().taken());
    }

    @POST
    @Path(SuggestionLinks.DECLINE)
    @RateLimited("edit")
    @Produces(MediaType.APPLICATION_JSON)
    public EditDecided declineByScript(@RestPath long id, @BeanParam DeclineForm form) {
        MemberRef reviewer = current.required();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            throw new ProblemException(422, "bad-decision", errors.of("reason"));
        }
        long proposer = suggestions.decline(id, form.seen(), form.reason(), reviewer.id(), current.rights());
        audit.moderated("suggestion-declined", proposer, reviewer.id());
        return new EditDecided(messages.get().declined());
    }

    @POST
    @Path(SuggestionLinks.DECLINE)
    @RateLimited("edit")
    public Response decline(@RestPath long id, @BeanParam DeclineForm form) {
        MemberRef reviewer = current.required();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            RevisionsPage.View view = RevisionsPage.View.of(null, null);
            return PageResponses.unprocessable(page(queries.require(id), view, form, errors));
        }
        long proposer = suggestions.decline(id, form.seen(), form.reason(), reviewer.id(), current.rights());
        audit.moderated("suggestion-declined", proposer, reviewer.id());
        return Flash.redirect(SuggestionLinks.suggestedEdits(), messages.get().declined());
    }

    @POST
    @Path(SuggestionLinks.WITHDRAW)
    @RateLimited("edit")
    public Response withdraw(@RestPath long id) {
        suggestions.withdraw(id, current.required().id());
        return Flash.redirect(
                SuggestionLinks.ownSuggestedEdits(), messages.get().withdrawn());
    }

    private TemplateInstance page(Suggestion suggestion, RevisionsPage.View view, DeclineForm form, FormErrors errors) {
        return ReviewViews.show(edits.page(suggestion, view), form, errors);
    }
}
