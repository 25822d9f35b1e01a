package askme.session;

import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.web.ApiPath;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.RejectedInput;
import askme.web.http.Problem;
import askme.web.security.Csrf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Answers {@link SignInRequired}. A page request is redirected to the sign-in form, which leads back. If it brought a text, a
 * page with the text asks to sign in on the spot. A script receives 401.
 */
class SignInRequiredMapper {

    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    private final LocalizedMessages<Messages> msg = LocalizedMessages.of(Messages.class);

    @CheckedTemplate(basePath = "session")
    static class Views {
        /**
         * @param action the address that refused the text
         * @param back the page with the form
         * @param signedOut whether the form was a member's: its session has ended
         */
        static native TemplateInstance signInFirst(
                String action, String back, boolean signedOut, List<RejectedInput> rejected);
    }

    @ServerExceptionMapper
    public Response required(SignInRequired guest, HttpServerRequest request) {
        if (ApiPath.covers(request.path())) {
            return Response.fromResponse(
                            Problem.of(401, "token-required", msg.get().token_required())
                                    .response())
                    .header(TokenAuthentication.CHALLENGE, "Bearer")
                    .build();
        }
        if (Problem.wantedBy(request)) {
            return challenge(Problem.of(401, "sign-in-required", messages.get().sign_in_first())
                    .response());
        }
        List<RejectedInput> rejected = RejectedInput.ofRequest();
        if (!rejected.isEmpty()) {
            return challenge(Response.status(401)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .entity(Views.signInFirst(request.path(), LocalPath.ofPage(request), hadToken(), rejected))
                    .build());
        }
        return Response.seeOther(URI.create(MemberLinks.loginThen(LocalPath.ofPage(request))))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Only forms of members carry a token. */
    private static boolean hadToken() {
        return CurrentRequestManager.get().getFormParameter(Csrf.FIELD, true, false) instanceof String;
    }

    /** RFC 9110, 15.5.2: a 401 names a way to authenticate. */
    private static Response challenge(Response unauthorized) {
        return Response.fromResponse(unauthorized)
                .header("WWW-Authenticate", "Cookie")
                .build();
    }
}
