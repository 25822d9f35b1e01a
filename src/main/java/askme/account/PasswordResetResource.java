package askme.account;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.ConfiguredProviders;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The page that requests a link to set a new password, and the page behind that link. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PasswordResetResource {

    private final PasswordReset resets;
    private final ConfiguredProviders providers;
    private final FormValidator check;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    PasswordResetResource(PasswordReset resets, ConfiguredProviders providers, FormValidator check) {
        this.resets = resets;
        this.providers = providers;
        this.check = check;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance requestReset(PasswordResetForm form, FormErrors errors);

        static native TemplateInstance resetSent();

        static native TemplateInstance reset(String token, String nickname, FormErrors errors);
    }

    @GET
    @Path(MemberLinks.PASSWORD_RESET_REQUEST)
    public Object form() {
        return providers.areTheOnlyWay()
                ? onlyProviders()
                : Views.requestReset(new PasswordResetForm(""), FormErrors.none());
    }

    /** The response is the same whether or not the account exists (ASVS 5.0, 6.3.8). */
    @POST
    @Path(MemberLinks.PASSWORD_RESET_REQUEST)
    @GuestForm
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response request(@BeanParam PasswordResetForm form) {
        if (providers.areTheOnlyWay()) {
            return onlyProviders();
        }
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.requestReset(form, errors));
        }
        resets.request(form.login());
        return Response.seeOther(URI.create(MemberLinks.passwordResetSent())).build();
    }

    @GET
    @Path(MemberLinks.PASSWORD_RESET_SENT)
    public TemplateInstance sent() {
        return Views.resetSent();
    }

    /** Changes nothing, as mail scanners follow every link. */
    @GET
    @Path(MemberLinks.PASSWORD_RESET)
    public Response follow(@RestPath String token) {
        return resets.member(token)
                .map(member -> secret(Response.ok(Views.reset(token, member.nickname, FormErrors.none()))))
                .orElseGet(this::expired);
    }

    @POST
    @Path(MemberLinks.PASSWORD_RESET)
    @GuestForm
    @RateLimited("password-reset")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response set(@RestPath String token, @BeanParam NewPasswordForm form) {
        Optional<Member> member = resets.member(token);
        if (member.isEmpty() || providers.areTheOnlyWay()) {
            return expired();
        }
        FormErrors errors = FormErrors.none();
        if (!resets.set(member.get(), form.password(), form.passwordAgain(), errors)) {
            return expired();
        }
        if (errors.any()) {
            TemplateInstance page = Views.reset(token, member.get().nickname, errors);
            return secret(Response.fromResponse(PageResponses.unprocessable(page)));
        }
        return Flash.redirect(MemberLinks.login(), messages.get().reset_done());
    }

    private static Response onlyProviders() {
        return Response.seeOther(URI.create(MemberLinks.login())).build();
    }

    private Response expired() {
        return Flash.redirect(MemberLinks.passwordResetRequest(), messages.get().reset_late());
    }

    /** The page's address works like a password, so no cache may keep it. Referrer-Policy hides it from other sites. */
    private static Response secret(Response.ResponseBuilder page) {
        return page.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
