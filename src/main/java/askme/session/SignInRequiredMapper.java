package askme.session;

import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers {@link SignInRequired}. A page request is redirected to the sign-in form, which leads back. If it brought a text, an
 * error page shows the text again. A script receives 401.
 */
class SignInRequiredMapper {

    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    @ServerExceptionMapper
    public Response required(SignInRequired guest, HttpServerRequest request) {
        if (Problem.wantedBy(request)) {
            return challenge(Problem.of(401, "sign-in-required", messages.get().sign_in_first())
                    .response());
        }
        if (PageResponses.hasText()) {
            return challenge(PageResponses.error(
                    Problem.of(401, "sign-in-required", messages.get().sign_in_again())));
        }
        return Response.seeOther(URI.create(MemberLinks.loginThen(LocalPath.ofPage(request))))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** RFC 9110, 15.5.2: a 401 names a way to authenticate. */
    private static Response challenge(Response unauthorized) {
        return Response.fromResponse(unauthorized)
                .header("WWW-Authenticate", "Cookie")
                .build();
    }
}
