package askme.member;

import askme.web.LocalPath;
import askme.web.Problem;
import askme.web.Spoken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link SignInRequired}: a page leads to the sign-in form and back, a script gets 401. */
class SignInPage {

    private final Spoken<MemberMessages> messages = Spoken.of(MemberMessages.class);

    @ServerExceptionMapper
    public Response required(SignInRequired guest, HttpServerRequest request) {
        if (Problem.wantedBy(request)) {
            Response problem = Problem.of(
                            401, "sign-in-required", messages.get().sign_in_first())
                    .response();
            return Response.fromResponse(problem)
                    .header("WWW-Authenticate", "Cookie")
                    .build();
        }
        return Response.seeOther(URI.create(MemberLinks.loginThen(LocalPath.ofPage(request))))
                .header("Cache-Control", "no-store")
                .build();
    }
}
