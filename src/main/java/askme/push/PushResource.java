package askme.push;

import askme.session.CurrentMember;
import askme.session.DeviceName;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The devices of a member: the browser adds itself by a script, and a form or a script removes one. */
@Path("/")
@Blocking
class PushResource {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 60;
    private static final LocalizedMessages<PushMessages> MESSAGES = LocalizedMessages.of(PushMessages.class);

    private final PushDevices devices;
    private final CurrentMember current;

    PushResource(PushDevices devices, CurrentMember current) {
        this.devices = devices;
        this.current = current;
    }

    /** A subscription as the browser's own {@code toJSON()} writes it. */
    @RegisterForReflection
    record Added(String endpoint, Keys keys) {

        @RegisterForReflection
        record Keys(String p256dh, String auth) {}
    }

    @CheckedTemplate(basePath = "push")
    static class Views {

        private Views() {}

        static native TemplateInstance devices();
    }

    @GET
    @Path(PushLinks.DEVICES)
    public Response list() {
        current.required();
        return Response.ok(Views.devices()).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path(PushLinks.DEVICES)
    @RateLimited("profile")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(Added added, @HeaderParam("User-Agent") String agent) {
        current.required();
        String name = DeviceName.of(agent == null ? "" : agent);
        boolean done = added != null
                && added.keys != null
                && devices.add(
                        added.endpoint,
                        added.keys.p256dh,
                        added.keys.auth,
                        name.substring(0, Math.min(LONGEST_NAME, name.length())));
        if (!done) {
            throw new ProblemException(
                    UNPROCESSABLE, "invalid-subscription", MESSAGES.get().invalid());
        }
        return done();
    }

    @DELETE
    @Path(PushLinks.DEVICE)
    @RateLimited("profile")
    public Response remove(@RestPath long id) {
        devices.remove(id);
        return done();
    }

    @POST
    @Path(PushLinks.REMOVE)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response removeByForm(@RestPath long id) {
        devices.remove(id);
        return Flash.redirect(PushLinks.pushDevices(), MESSAGES.get().removed());
    }

    private static Response done() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
