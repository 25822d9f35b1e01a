package askme.account.claim;

import askme.account.Accounts;
import askme.member.Member;
import askme.session.BrowserSession;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
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
import java.util.Optional;

/** The page on which a member of an imported site gets the account, with a code from an administrator. */
@Path(ClaimLinks.CLAIM)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ClaimResource {

    private final Claims claims;
    private final Accounts accounts;
    private final BrowserSession browser;
    private final FormValidator check;
    private final Audit audit;
    private final LocalizedMessages<ClaimMessages> messages = LocalizedMessages.of(ClaimMessages.class);

    ClaimResource(Claims claims, Accounts accounts, BrowserSession browser, FormValidator check, Audit audit) {
        this.claims = claims;
        this.accounts = accounts;
        this.browser = browser;
        this.check = check;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "claim")
    static class Views {
        static native TemplateInstance form(ClaimForm form, FormErrors errors);
    }

    @GET
    public TemplateInstance form() {
        return Views.form(ClaimForm.empty(), FormErrors.none());
    }

    @POST
    @GuestForm
    @RateLimited("claim")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response claim(@BeanParam ClaimForm form) {
        FormErrors errors = check.of(form);
        Optional<Member> member = form.code().isBlank() ? Optional.empty() : claims.find(form.code());
        if (member.isEmpty()) {
            errors.add("code", messages.get().code_wrong());
            audit.event("claim-failed", 0);
        }
        String nickname = member.map(found -> found.nickname).orElse(null);
        accounts.checkPassword(form.password(), form.passwordAgain(), nickname, form.email(), errors);
        if (!errors.any()) {
            accounts.checkFree(form.email(), null, member.orElseThrow().id, errors);
        }
        Optional<Member> claimed = errors.any() ? Optional.empty() : claims.claim(member.orElseThrow(), form, errors);
        if (claimed.isEmpty()) {
            return PageResponses.unprocessable(Views.form(
                    form,
                    errors.any() ? errors : errors.add("code", messages.get().code_wrong())));
        }
        audit.event("claim", claimed.get().id);
        browser.signIn(claimed.get(), claimed.get().passwordHash);
        return Flash.redirect("/", messages.get().done(claimed.get().nickname));
    }
}
