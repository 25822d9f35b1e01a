package askme.notification;

import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The inbox of a member. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class InboxResource {

    private final Inbox inbox;
    private final InboxChanges changes;
    private final NotificationQueries queries;
    private final CurrentMember current;
    private final HttpServerRequest request;
    private final LocalizedMessages<NotificationMessages> messages = LocalizedMessages.of(NotificationMessages.class);

    InboxResource(
            Inbox inbox,
            InboxChanges changes,
            NotificationQueries queries,
            CurrentMember current,
            HttpServerRequest request) {
        this.inbox = inbox;
        this.changes = changes;
        this.queries = queries;
        this.current = current;
        this.request = request;
    }

    @CheckedTemplate(basePath = "notification")
    static class Views {
        static native TemplateInstance list(List<NotificationCard> cards, KeyPaginator pages);
    }

    /** The number of unread notifications. */
    public record Unread(int unread) {}

    /** The JSON body that marks one notification, or all of them without an id. */
    public record ReadForm(Long id) {}

    @GET
    @Path(InboxLinks.ALL)
    public TemplateInstance list(@RestQuery String before) {
        ListKey key = ListKey.of(before);
        KeyPage<NotificationCard> page = queries.page(current.required().id(), key);
        return Views.list(page.rows(), KeyPaginator.of(InboxLinks.notifications(), key, page.last()));
    }

    @GET
    @Path(InboxLinks.COUNT)
    @Produces(MediaType.APPLICATION_JSON)
    public Unread count() {
        return new Unread(inbox.unread(current.required().id()));
    }

    /** Opens the post. A browser that loads pages in advance reads nothing. */
    @GET
    @Path(InboxLinks.ONE)
    public Response open(@RestPath long id) {
        long member = current.required().id();
        NotificationCard card = queries.of(List.of(id)).stream()
                .filter(found -> found.memberId() == member)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!card.read() && request.getHeader("Sec-Purpose") == null) {
            changes.read(member, id);
        }
        return Response.seeOther(URI.create(card.address()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @BeforeConfirmation
    @Path(InboxLinks.READ)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Unread read(ReadForm form) {
        long member = current.required().id();
        mark(member, form == null ? null : form.id);
        return new Unread(inbox.unread(member));
    }

    @POST
    @BeforeConfirmation
    @Path(InboxLinks.READ)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response readByForm(@RestForm String id) {
        mark(current.required().id(), number(id));
        return Flash.redirect(InboxLinks.notifications(), messages.get().marked());
    }

    private void mark(long member, Long id) {
        if (id == null) {
            changes.readAll(member);
        } else {
            changes.read(member, id);
        }
    }

    /** Null if it is missing. A text that is no number is the id of no notification. */
    private static Long number(String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0L;
    }
}
