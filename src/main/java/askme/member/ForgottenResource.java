package askme.member;

import askme.web.Errors;
import askme.web.Flash;
import askme.web.FormCheck;
import askme.web.GuestForm;
import askme.web.Limited;
import askme.web.Page;
import askme.web.Spoken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Asking for the link that sets a new password, and following it. */
@Path("/")
@Blocking
class ForgottenResource {

    private final PasswordReset resets;
    private final RoutingContext routing;
    private final FormCheck check;
    private final Spoken<MemberMessages> messages = Spoken.of(MemberMessages.class);

    ForgottenResource(PasswordReset resets, RoutingContext routing, FormCheck check) {
        this.resets = resets;
        this.routing = routing;
        this.check = check;
    }

    @CheckedTemplate(basePath = "member")
    static class Views {
        static native TemplateInstance forgotten(ForgottenForm form, Errors errors);

        static native TemplateInstance reset(String token, String nickname, Errors errors);
    }

    @GET
    @Path(MemberLinks.FORGOTTEN)
    public TemplateInstance form() {
        return Views.forgotten(new ForgottenForm(""), Errors.none());
    }

    /** The answer is the same whether or not there is such an account (ASVS 5.0, 6.3.8). */
    @POST
    @Path(MemberLinks.FORGOTTEN)
    @GuestForm
    @Limited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response ask(@BeanParam ForgottenForm form) {
        Errors errors = check.of(form);
        if (errors.any()) {
            return Page.unprocessable(Views.forgotten(form, errors));
        }
        resets.ask(form.login(), routing);
        return Flash.redirect(MemberLinks.login(), messages.get().reset_asked());
    }

    /** Changes nothing: mail scanners follow every link. */
    @GET
    @Path(MemberLinks.RESET)
    public Response follow(@RestPath String token) {
        return resets.holder(token)
                .map(member -> secret(Response.ok(Views.reset(token, member.nickname, Errors.none()))))
                .orElseGet(this::tooLate);
    }

    @POST
    @Path(MemberLinks.RESET)
    @GuestForm
    @Limited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response set(@RestPath String token, @RestForm String password, @RestForm String passwordAgain) {
        Optional<Member> member = resets.holder(token);
        if (member.isEmpty()) {
            return tooLate();
        }
        Errors errors = Errors.none();
        if (!resets.set(member.get(), password, passwordAgain, routing, errors)) {
            return tooLate();
        }
        if (errors.any()) {
            TemplateInstance page = Views.reset(token, member.get().nickname, errors);
            return secret(Response.fromResponse(Page.unprocessable(page)));
        }
        return Flash.redirect(MemberLinks.login(), messages.get().reset_done());
    }

    private Response tooLate() {
        return Flash.redirect(MemberLinks.forgotten(), messages.get().reset_late());
    }

    /** The address of this page is as good as a password; no other site is told it (Referrer-Policy). */
    private static Response secret(Response.ResponseBuilder page) {
        return page.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
