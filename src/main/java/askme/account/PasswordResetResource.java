package askme.account;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import askme.web.security.GuestForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
class PasswordResetResource {

    private final PasswordReset resets;
    private final FormValidator check;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    PasswordResetResource(PasswordReset resets, FormValidator check) {
        this.resets = resets;
        this.check = check;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance forgotten(PasswordResetForm form, FormErrors errors);

        static native TemplateInstance reset(String token, String nickname, FormErrors errors);
    }

    @GET
    @Path(MemberLinks.FORGOTTEN)
    public TemplateInstance form() {
        return Views.forgotten(new PasswordResetForm(""), FormErrors.none());
    }

    /** The answer is the same whether or not there is such an account (ASVS 5.0, 6.3.8). */
    @POST
    @Path(MemberLinks.FORGOTTEN)
    @GuestForm
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response ask(@BeanParam PasswordResetForm form) {
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.forgotten(form, errors));
        }
        resets.ask(form.login());
        return Flash.redirect(MemberLinks.login(), messages.get().reset_asked());
    }

    /** Changes nothing: mail scanners follow every link. */
    @GET
    @Path(MemberLinks.RESET)
    public Response follow(@RestPath String token) {
        return resets.holder(token)
                .map(member -> secret(Response.ok(Views.reset(token, member.nickname, FormErrors.none()))))
                .orElseGet(this::tooLate);
    }

    @POST
    @Path(MemberLinks.RESET)
    @GuestForm
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response set(@RestPath String token, @RestForm String password, @RestForm String passwordAgain) {
        Optional<Member> member = resets.holder(token);
        if (member.isEmpty()) {
            return tooLate();
        }
        FormErrors errors = FormErrors.none();
        if (!resets.set(member.get(), password, passwordAgain, errors)) {
            return tooLate();
        }
        if (errors.any()) {
            TemplateInstance page = Views.reset(token, member.get().nickname, errors);
            return secret(Response.fromResponse(PageResponses.unprocessable(page)));
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
