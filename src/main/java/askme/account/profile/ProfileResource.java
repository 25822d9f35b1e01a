package askme.account.profile;

import askme.account.AccountMessages;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.web.Languages;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
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

/** The signed-in member's public data. No address names a member, so nobody reaches another's. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ProfileResource {

    private final Profiles profiles;
    private final CurrentMember current;
    private final FormValidator check;
    private final ProfilePages pages;
    private final LocalizedMessages<AccountMessages> accountMessages = LocalizedMessages.of(AccountMessages.class);
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    ProfileResource(Profiles profiles, CurrentMember current, FormValidator check, ProfilePages pages) {
        this.profiles = profiles;
        this.current = current;
        this.check = check;
        this.pages = pages;
    }

    @GET
    @Path(MemberLinks.PROFILE)
    public Response form() {
        Member member = current.row();
        return Response.ok(pages.profile(member, pages.stored(member), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** All settings were on this page before. */
    @GET
    @Path(MemberLinks.SAVE_PROFILE)
    public Response formerPage() {
        current.required();
        return Response.seeOther(URI.create(MemberLinks.profile())).build();
    }

    @POST
    @Path(MemberLinks.SAVE_PROFILE)
    @RateLimited("profile")
    @BeforeConfirmation
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response change(@BeanParam ProfileForm form) {
        Member member = current.row();
        FormErrors errors = check.of(form);
        if (form.nickname() == null || member.nickname.equals(form.nickname())) {
            errors.remove("nickname"); // a nickname from before today's rule may stay
        }
        boolean linkSent = profiles.change(member, form, errors);
        boolean account = form.email() != null;
        if (errors.any()) {
            return PageResponses.unprocessable(page(member, form.or(pages.stored(member)), errors));
        }
        Response done = Flash.redirect(
                account ? MemberLinks.account() : MemberLinks.profile(),
                linkSent
                        ? accountMessages.get().change_sent(form.email())
                        : messages.get().profile_saved());
        if (form.language() != null && !form.language().isEmpty()) {
            return Response.fromResponse(done)
                    .cookie(Languages.cookie(form.language()))
                    .build();
        }
        return done;
    }

    /** The page with the field that has an error. */
    private TemplateInstance page(Member member, ProfileForm form, FormErrors errors) {
        boolean account = errors.of("email") != null || errors.of("presentPassword") != null;
        return account ? pages.account(member, form, errors) : pages.profile(member, form, errors);
    }
}
