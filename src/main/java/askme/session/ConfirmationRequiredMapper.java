package askme.session;

import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link ConfirmationRequired}: the browser goes to the page that asks, and from there back to the page with the form. */
class ConfirmationRequiredMapper {

    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    @ServerExceptionMapper
    public Response required(ConfirmationRequired required, HttpServerRequest request) {
        if (Problem.wantedBy(request)) {
            return Problem.of(403, "confirmation-required", messages.get().confirm_member())
                    .response();
        }
        return Response.seeOther(URI.create(MemberLinks.confirmThen(LocalPath.ofPage(request))))
                .header("Cache-Control", "no-store")
                .build();
    }
}
