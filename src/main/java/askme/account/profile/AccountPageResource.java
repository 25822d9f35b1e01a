package askme.account.profile;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BeforeConfirmation;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
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

/** The signed-in member's e-mail address and password. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AccountPageResource {

    private final PasswordChange passwords;
    private final BrowserSession browser;
    private final CurrentMember current;
    private final FormValidator check;
    private final ProfilePages pages;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    AccountPageResource(
            PasswordChange passwords,
            BrowserSession browser,
            CurrentMember current,
            FormValidator check,
            ProfilePages pages) {
        this.passwords = passwords;
        this.browser = browser;
        this.current = current;
        this.check = check;
        this.pages = pages;
    }

    @GET
    @Path(MemberLinks.ACCOUNT)
    public Response form() {
        Member member = current.row();
        return Response.ok(pages.account(member, pages.stored(member), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(MemberLinks.PASSWORD)
    @RateLimited("profile")
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response changePassword(@BeanParam PasswordForm form) {
        Member member = current.row();
        FormErrors errors = check.of(form);
        if (member.passwordHash == null) {
            errors.remove("currentPassword");
        }
        Optional<String> newHash = passwords.change(member, form, errors);
        if (newHash.isEmpty()) {
            return PageResponses.unprocessable(pages.account(member, pages.stored(member), errors));
        }
        browser.signIn(member, newHash.get());
        return Flash.redirect(MemberLinks.account(), messages.get().password_changed());
    }
}
