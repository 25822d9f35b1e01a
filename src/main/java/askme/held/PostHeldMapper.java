package askme.held;

import askme.web.LocalizedMessages;
import askme.web.http.Problem;
import askme.web.page.Flash;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link PostHeld}. */
class PostHeldMapper {

    private static final int ACCEPTED = 202;

    private final LocalizedMessages<HeldMessages> messages = LocalizedMessages.of(HeldMessages.class);

    @ServerExceptionMapper
    public Response held(PostHeld held, HttpServerRequest request) {
        String address = HeldLinks.heldPost(held.id());
        if (Problem.wantedBy(request)) {
            return Response.fromResponse(
                            Problem.of(ACCEPTED, "held", messages.get().added()).response())
                    .header("Location", address)
                    .build();
        }
        return Flash.redirect(address, messages.get().added());
    }
}
