package askme.closing;

import askme.markdown.UserInput;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.question.Question;
import askme.question.QuestionLinks;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Closes and reopens a question. Each of the two takes back the member's own vote for the other one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ClosingResource {

    private static final Set<String> WORDS_OF_ASKER = Set.of("solves", "differs");

    private final Closings closings;
    private final ClosingQueries queries;
    private final ClosingRules rules;
    private final Duplicates duplicates;
    private final CurrentMember current;
    private final LocalizedMessages<ClosingMessages> messages = LocalizedMessages.of(ClosingMessages.class);

    ClosingResource(
            Closings closings,
            ClosingQueries queries,
            ClosingRules rules,
            Duplicates duplicates,
            CurrentMember current) {
        this.closings = closings;
        this.queries = queries;
        this.rules = rules;
        this.duplicates = duplicates;
        this.current = current;
    }

    @GET
    @Path(ClosingLinks.CLOSE)
    public TemplateInstance form(@RestPath long id) {
        current.required();
        return page(id, CloseForm.EMPTY, FormErrors.none());
    }

    @POST
    @Path(ClosingLinks.CLOSE)
    @RateLimited("edit")
    public Response close(@RestPath long id, @BeanParam CloseForm form) {
        MemberRef member = current.required();
        Question question = Question.require(id);
        FormErrors errors = FormErrors.none();
        CloseReason reason = rules.reason(id, form, errors);
        if (errors.any() && !question.closedNow()) {
            requireAny(question);
            return PageResponses.unprocessable(page(id, form, errors));
        }
        return done(id, closings.close(id, reason, member, current.rights()));
    }

    /** Those who may not close it at all learn why, and not what is wrong with their form. */
    private void requireAny(Question question) {
        if (!current.rights().mayCloseAsDuplicate(question.authorId)) {
            current.rights().require(Privilege.CLOSE);
        }
    }

    @POST
    @Path(ClosingLinks.REOPEN)
    @RateLimited("edit")
    public Response reopen(@RestPath long id) {
        MemberRef member = current.required();
        ClosingState before = queries.of(Question.require(id));
        Closings.Outcome outcome = closings.reopen(id, member, current.rights());
        return outcome == Closings.Outcome.REOPENED && before.closure() != null
                ? Flash.redirect(QuestionLinks.question(id), messages.get().reopened(), again(id, before.closure()))
                : done(id, outcome);
    }

    /** The opposite of a reopening: the question is closed for the same reason, or the member votes for it. */
    private static Undo again(long id, ClosingState.Closure closure) {
        String path = ClosingLinks.closeQuestion(id);
        return closure.duplicate()
                ? Undo.by(path, "of", String.valueOf(closure.of()))
                : Undo.by(path, "reason", closure.own() == null ? closure.reason() : closure.own());
    }

    /** The asker says whether the other question solves this one. */
    @POST
    @Path(ClosingLinks.DUPLICATE)
    @RateLimited("edit")
    public Response judge(@RestPath long id, @RestForm String answer) {
        MemberRef member = current.required();
        if (answer == null || !WORDS_OF_ASKER.contains(answer)) {
            throw new ProblemException(422, "bad-answer", "The answer must be solves or differs.");
        }
        Closings.Outcome outcome = closings.judge(id, answer, member);
        return outcome == Closings.Outcome.VOTED
                ? Flash.redirect(QuestionLinks.question(id), messages.get().judged())
                : done(id, outcome);
    }

    private Response done(long id, Closings.Outcome outcome) {
        String question = QuestionLinks.question(id);
        return switch (outcome) {
            case CLOSED ->
                Flash.redirect(question, messages.get().closed_now(), Undo.by(ClosingLinks.reopenQuestion(id)));
            case REOPENED -> Flash.redirect(question, messages.get().reopened());
            case VOTED -> Flash.redirect(question, messages.get().voted(), takeBack(id));
            case TAKEN_BACK -> Flash.redirect(question, messages.get().taken_back());
            case UNCHANGED -> Flash.redirect(question, messages.get().unchanged());
        };
    }

    /** A vote for an open question is one to close it, and the opposite act takes it back. */
    private static Undo takeBack(long id) {
        return Undo.by(
                Question.require(id).closedNow() ? ClosingLinks.closeQuestion(id) : ClosingLinks.reopenQuestion(id));
    }

    private TemplateInstance page(long id, CloseForm form, FormErrors errors) {
        Question question = Question.require(id);
        ClosingState state = queries.of(question);
        Rights rights = current.rights();
        boolean asker = question.authorId == current.idOrZero();
        ClosePage.Acts acts = new ClosePage.Acts(
                rights.mayClose(),
                rights.closesAlone(),
                asker,
                state.votedBy(current.idOrZero()),
                state.closure() != null
                        && rights.mayReopen(question.authorId, state.closure().openedByAuthor()),
                rights.mayClose() ? null : rights.missing(Privilege.CLOSE));
        List<String> own = rules.reasons().stream().map(UserInput::line).toList();
        return ClosingViews.close(
                new ClosePage(
                        question,
                        state,
                        acts,
                        rules.votes(),
                        own,
                        question.closedNow() ? List.of() : duplicates.similar(id)),
                form,
                errors);
    }
}
