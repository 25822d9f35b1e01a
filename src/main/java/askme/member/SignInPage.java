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
        return Response.seeOther(URI.create(MemberLinks.loginThen(back(request))))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The page asked for; for a form, the page it stood on, where what was typed can still be found. */
    private static String back(HttpServerRequest request) {
        return "GET".equals(request.method().name()) ? LocalPath.of(request.uri()) : referer(request);
    }

    private static String referer(HttpServerRequest request) {
        String from = request.getHeader("Referer");
        try {
            URI page = URI.create(from == null ? "" : from);
            boolean ours = page.getRawAuthority() != null
                    && request.authority() != null
                    && page.getRawAuthority().equals(request.authority().toString());
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return ours ? LocalPath.of(page.getRawPath() + query) : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
