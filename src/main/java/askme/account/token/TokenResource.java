package askme.account.token;

import askme.session.ApiTokens;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.StepUp;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The tokens of the signed-in member. A new one needs a proof of who the member is; to end one does not. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class TokenResource {

    private final ApiTokens tokens;
    private final CurrentMember current;
    private final StepUp stepUp;
    private final FormValidator check;
    private final Audit audit;
    private final LocalizedMessages<TokenMessages> texts = LocalizedMessages.of(TokenMessages.class);

    TokenResource(ApiTokens tokens, CurrentMember current, StepUp stepUp, FormValidator check, Audit audit) {
        this.tokens = tokens;
        this.current = current;
        this.stepUp = stepUp;
        this.check = check;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance tokens(List<ApiTokens.Line> tokens);

        static native TemplateInstance newToken(TokenForm form, FormErrors errors);

        static native TemplateInstance tokenMade(String text);
    }

    @GET
    @Path(TokenLinks.TOKENS)
    public Response list() {
        return unstored(Views.tokens(tokens.of(current.required().id())));
    }

    @GET
    @Path(TokenLinks.NEW)
    public Response form() {
        stepUp.require();
        return unstored(Views.newToken(TokenForm.empty(), FormErrors.none()));
    }

    @POST
    @BeforeConfirmation
    @Path(TokenLinks.NEW)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response make(@BeanParam TokenForm form) {
        stepUp.require();
        long member = current.required().id();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.newToken(form, errors));
        }
        return tokens.make(member, form.name(), form.scopes())
                .map(text -> {
                    audit.event("token-made", member);
                    return unstored(Views.tokenMade(text));
                })
                .orElseGet(() -> PageResponses.unprocessable(
                        Views.newToken(form, errors.add("name", texts.get().too_many(ApiTokens.MOST)))));
    }

    @POST
    @BeforeConfirmation
    @Path(TokenLinks.REVOKE)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response revoke(@RestPath long id) {
        long member = current.required().id();
        if (tokens.revoke(id, member)) {
            audit.event("token-revoked", member);
        }
        return Flash.redirect(TokenLinks.tokens(), texts.get().revoked());
    }

    private static Response unstored(TemplateInstance page) {
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }
}
