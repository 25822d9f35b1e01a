package askme.follow;

import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.tag.TagLinks;
import askme.web.LocalPath;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Follows questions and tags, and mutes questions. A script gets the new state, a form gets the page again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class FollowResource {

    private final Follows follows;
    private final CurrentMember current;
    private final HttpServerRequest request;

    FollowResource(Follows follows, CurrentMember current, HttpServerRequest request) {
        this.follows = follows;
        this.current = current;
        this.request = request;
    }

    /** The state of a muted question. */
    public record Muted(boolean muted) {}

    @POST
    @Path(FollowLinks.QUESTION)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public FollowState question(@RestPath long id, FollowForm form) {
        return follows.followQuestion(
                id, current.required().id(), FollowForm.given(form).following());
    }

    @POST
    @Path(FollowLinks.QUESTION)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response questionByForm(@RestPath long id, @RestForm String following) {
        follows.followQuestion(id, current.required().id(), FollowForm.ofField(following));
        return page(LocalPath.with("/question/{id}/", id));
    }

    @POST
    @Path(FollowLinks.MUTE)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Muted mute(@RestPath long id, FollowForm form) {
        return new Muted(
                follows.mute(id, current.required().id(), FollowForm.given(form).muted()));
    }

    @POST
    @Path(FollowLinks.MUTE)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response muteByForm(@RestPath long id, @RestForm String muted) {
        follows.mute(id, current.required().id(), FollowForm.ofField(muted));
        return page(LocalPath.with("/question/{id}/", id));
    }

    @POST
    @Path(FollowLinks.TAG)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public FollowState tag(@RestPath String tag, FollowForm form) {
        long member = current.required().id();
        return follows.followTag(
                Tag.require(tag).id, member, FollowForm.given(form).following());
    }

    @POST
    @Path(FollowLinks.TAG)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tagByForm(@RestPath String tag, @RestForm String following) {
        long member = current.required().id();
        Tag found = Tag.require(tag);
        follows.followTag(found.id, member, FollowForm.ofField(following));
        return page(TagLinks.tag(found.name));
    }

    private Response page(String path) {
        return FollowForm.done(request, path);
    }
}
