package askme.account.security;

import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BeforeConfirmation;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.DeviceName;
import askme.session.SessionId;
import askme.session.Sessions;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
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

/** The sessions of the signed-in member. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SecurityResource {

    private final Sessions sessions;
    private final BrowserSession browser;
    private final CurrentMember current;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    SecurityResource(Sessions sessions, BrowserSession browser, CurrentMember current) {
        this.sessions = sessions;
        this.browser = browser;
        this.current = current;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance security(SecurityPage page);
    }

    @GET
    @Path(MemberLinks.SECURITY)
    public Response show() {
        SessionId here = browser.sessionId().orElse(null);
        List<SecurityPage.OpenSession> open = sessions.of(current.required().id()).stream()
                .map(s -> new SecurityPage.OpenSession(
                        s.id().handle(), DeviceName.of(s.userAgent()), s.createdAt(), s.seenAt(), s.id().equals(here)))
                .toList();
        return Response.ok(Views.security(new SecurityPage(open)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(MemberLinks.END_SESSION)
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response endSession(@RestForm String session) {
        long member = current.required().id();
        SessionId.ofHandle(session).ifPresent(id -> browser.end(id, member));
        return Flash.redirect(MemberLinks.security(), messages.get().session_ended());
    }

    @POST
    @Path(MemberLinks.END_SESSIONS)
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response endSessions() {
        browser.signOutEverywhere(current.required().id());
        return Flash.redirect(MemberLinks.login(), messages.get().signed_out_everywhere());
    }
}
