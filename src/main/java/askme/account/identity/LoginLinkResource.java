package askme.account.identity;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BrowserSession;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import askme.web.security.GuestForm;
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
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The page behind a link that signs an administrator in. It asks neither for a password nor for a second factor. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class LoginLinkResource {

    private final LoginLinks links;
    private final BrowserSession browser;
    private final Audit audit;
    private final Clock clock;
    private final LocalizedMessages<IdentityMessages> texts = LocalizedMessages.of(IdentityMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    LoginLinkResource(LoginLinks links, BrowserSession browser, Audit audit, Clock clock) {
        this.links = links;
        this.browser = browser;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance loginLink(String token, String nickname);
    }

    /** Changes nothing, as chat programs follow every link. */
    @GET
    @Path(IdentityLinks.LOGIN_LINK)
    @RateLimited("sign-in")
    public Response follow(@RestPath String token) {
        return member(token)
                .map(member -> Response.ok(Views.loginLink(token, member.nickname))
                        .header("Cache-Control", "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .build())
                .orElseGet(this::ended);
    }

    @POST
    @Path(IdentityLinks.LOGIN_LINK)
    @GuestForm
    @RateLimited("sign-in")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response signIn(@RestPath String token) {
        Optional<Member> member = member(token);
        if (member.isEmpty() || !links.use(token)) {
            return ended();
        }
        browser.signIn(member.get(), member.get().passwordHash);
        audit.event("login-link", member.get().id);
        return Flash.redirect("/", members.get().welcome_back(member.get().nickname));
    }

    private Optional<Member> member(String token) {
        return links.member(token).filter(member -> !member.isSuspended(clock.instant()));
    }

    private Response ended() {
        return Flash.redirect(MemberLinks.login(), texts.get().link_ended());
    }
}
