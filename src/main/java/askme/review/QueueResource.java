package askme.review;

import askme.closing.QueueClosing;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.moderation.DecidedByAnother;
import askme.moderation.ModerationLinks;
import askme.moderation.ModerationMessages;
import askme.moderation.ReviewItems;
import askme.moderation.WaitingItems;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.suggestion.SuggestionOutcome;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.page.Undo;
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
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The review queue: lists its items, decides them and takes decisions back. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class QueueResource {

    private final QueueQueries queries;
    private final Decisions decisions;
    private final WaitingItems waiting;
    private final QueueClosing closing;
    private final SuggestedEdits edits;
    private final CurrentMember current;
    private final FormValidator check;
    private final Audit audit;
    private final LocalizedMessages<ModerationMessages> messages = LocalizedMessages.of(ModerationMessages.class);

    QueueResource(
            QueueQueries queries,
            Decisions decisions,
            WaitingItems waiting,
            QueueClosing closing,
            SuggestedEdits edits,
            CurrentMember current,
            FormValidator check,
            Audit audit) {
        this.queries = queries;
        this.decisions = decisions;
        this.waiting = waiting;
        this.closing = closing;
        this.edits = edits;
        this.current = current;
        this.check = check;
        this.audit = audit;
    }

    /**
     * The state of the queue for pages that were not connected.
     *
     * @param waiting the number beside the link to the queue
     * @param newest the newest item that waits, 0 for none
     * @param newestEdit the same for suggested edits
     * @param edits the states of the suggested edits that the page shows
     */
    public record Count(int waiting, long newest, long newestEdit, List<SuggestionOutcome> edits) {}

    /**
     * The reply to a script that decides an item.
     *
     * @param text what happened, in the reader's language
     * @param undo where to take it back
     */
    public record Decided(String outcome, String text, String undo) {}

    @GET
    @Path(ModerationLinks.QUEUE)
    public TemplateInstance list(@RestQuery String before, @RestQuery String of) {
        current.required();
        Rights rights = current.rights();
        rights.require(Privilege.REVIEW);
        boolean decided = "decided".equals(of);
        ListKey key = ListKey.of(before);
        String path = decided ? ModerationLinks.decidedItems() : ModerationLinks.reviewQueue();
        KeyPage<QueueItem> page = page(rights, decided, key);
        return ReviewViews.queue(
                page.rows(),
                decided,
                decided || before != null ? List.of() : edits.inQueue(),
                closing.ownReasons(),
                KeyPaginator.of(path, key, page.last()));
    }

    /** Members with the privilege see suggested edits only. Reports are for moderators. */
    private KeyPage<QueueItem> page(Rights rights, boolean decided, ListKey key) {
        if (!rights.moderates()) {
            return new KeyPage<>(List.of(), null);
        }
        return decided ? queries.decided(key) : queries.waiting(key);
    }

    @GET
    @Path(ModerationLinks.COUNT)
    @Produces(MediaType.APPLICATION_JSON)
    public Count count(@RestQuery List<Long> edit) {
        current.required();
        Rights.require(current.rights().moderates());
        return new Count(waiting.now(), waiting.newest(), waiting.newestEdit(), edits.outcomes(edit));
    }

    @POST
    @Path(ModerationLinks.DECIDE)
    @RateLimited("edit")
    public Response decide(@RestPath long id, @BeanParam DecisionForm form) {
        Decided decided = decided(id, form);
        return Flash.redirect(ModerationLinks.reviewQueue(), decided.text, Undo.by(decided.undo));
    }

    @POST
    @Path(ModerationLinks.DECIDE)
    @RateLimited("edit")
    @Produces(MediaType.APPLICATION_JSON)
    public Decided decideByScript(@RestPath long id, @BeanParam DecisionForm form) {
        return decided(id, form);
    }

    private Decided decided(long id, DecisionForm form) {
        MemberRef reviewer = current.required();
        Rights.require(current.rights().moderates());
        FormErrors errors = check.of(form);
        if (errors.any()) {
            String field = errors.fields().get(0);
            throw new ProblemException(422, "bad-decision", errors.of(field));
        }
        try {
            ReviewItems.Item item = decisions.decide(id, form, reviewer, current.rights());
            String name = form.outcome().name().toLowerCase(Locale.ROOT);
            audit.moderated("review-" + name, item.post().author(), reviewer.id());
            return new Decided(
                    form.outcome().stored(), messages.get().decided(form.outcome()), ModerationLinks.undoDecision(id));
        } catch (DecidedByAnother first) {
            throw new ProblemException(409, "decided", text(first));
        }
    }

    private String text(DecidedByAnother first) {
        return first.who() == null
                ? messages.get().gone()
                : messages.get().decided_by(first.who(), messages.get().outcome(first.outcome()));
    }

    @POST
    @Path(ModerationLinks.UNDO)
    @RateLimited("edit")
    public Response undo(@RestPath long id) {
        MemberRef reviewer = current.required();
        Rights.require(current.rights().moderates());
        decisions.undo(id, reviewer, current.rights());
        return Flash.redirect(ModerationLinks.reviewQueue(), messages.get().undone());
    }
}
