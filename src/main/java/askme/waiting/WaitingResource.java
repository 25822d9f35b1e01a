package askme.waiting;

import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The signed-in member's posts that wait for a confirmed address, and those that were refused afterwards. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class WaitingResource {

    private final WaitingPosts posts;
    private final CurrentMember current;
    private final LocalizedMessages<WaitingMessages> messages = LocalizedMessages.of(WaitingMessages.class);

    WaitingResource(WaitingPosts posts, CurrentMember current) {
        this.posts = posts;
        this.current = current;
    }

    @CheckedTemplate(basePath = "waiting")
    static class Views {
        static native TemplateInstance list(List<WaitingPost> waiting, List<WaitingPost> refused, boolean confirmed);
    }

    @GET
    @Path(WaitingLinks.WAITING)
    public Response list() {
        List<WaitingPost> all = posts.of(current.required().id());
        return Response.ok(Views.list(
                        all.stream().filter(post -> post.refusal() == null).toList(),
                        all.stream().filter(post -> post.refusal() != null).toList(),
                        !current.mustConfirm()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(WaitingLinks.DISCARD)
    @BeforeConfirmation
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response discard(@RestForm long id) {
        posts.discard(current.required().id(), id);
        return Flash.redirect(WaitingLinks.waitingPosts(), messages.get().discarded());
    }

    /** After the confirmation, for posts that a crash has left behind. */
    @POST
    @Path(WaitingLinks.POST)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response postNow() {
        Rights.require(!current.mustConfirm());
        WaitingPosts.Posted done = posts.post(current.required().id());
        return Flash.redirect(WaitingLinks.waitingPosts(), messages.get().posted(done.posted()));
    }
}
