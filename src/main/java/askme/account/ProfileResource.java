package askme.account;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.DeviceName;
import askme.session.SessionId;
import askme.session.Sessions;
import askme.session.SignInRequired;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** The signed-in member's own data, password and sessions. No address names a member, so nobody reaches another's. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ProfileResource {

    private final Profiles profiles;
    private final Sessions sessions;
    private final BrowserSession browser;
    private final CurrentMember current;
    private final FormValidator check;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    ProfileResource(
            Profiles profiles, Sessions sessions, BrowserSession browser, CurrentMember current, FormValidator check) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.browser = browser;
        this.current = current;
        this.check = check;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance profile(ProfilePage page);
    }

    @GET
    @Path(MemberLinks.PROFILE)
    public Response form() {
        Member member = me();
        return Response.ok(page(member, ProfileForm.of(member), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(MemberLinks.PROFILE)
    @RateLimited("profile")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response change(@BeanParam ProfileForm form) {
        Member member = me();
        FormErrors errors = check.of(form);
        if (member.nickname.equals(form.nickname())) {
            errors.remove("nickname"); // a nickname from before today's rule may stay
        }
        profiles.change(member.id, form, errors);
        return errors.any()
                ? PageResponses.unprocessable(page(member, form, errors))
                : Flash.redirect(MemberLinks.profile(), messages.get().profile_saved());
    }

    @POST
    @Path(MemberLinks.PASSWORD)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response changePassword(@BeanParam PasswordForm form) {
        Member member = me();
        FormErrors errors = check.of(form);
        Optional<String> newHash = profiles.changePassword(member.id, form, errors);
        if (newHash.isEmpty()) {
            return PageResponses.unprocessable(page(member, ProfileForm.of(member), errors));
        }
        browser.signIn(member, newHash.get());
        return Flash.redirect(MemberLinks.profile(), messages.get().password_changed());
    }

    @POST
    @Path(MemberLinks.END_SESSION)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response endSession(@RestForm String session) {
        long member = current.required().id();
        SessionId.ofHandle(session).ifPresent(id -> browser.end(id, member));
        return Flash.redirect(MemberLinks.profile(), messages.get().session_ended());
    }

    @POST
    @Path(MemberLinks.END_SESSIONS)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response endSessions() {
        browser.signOutEverywhere(current.required().id());
        return Flash.redirect(MemberLinks.login(), messages.get().signed_out_everywhere());
    }

    private Member me() {
        return Member.<Member>findByIdOptional(current.required().id()).orElseThrow(SignInRequired::new);
    }

    private TemplateInstance page(Member member, ProfileForm form, FormErrors errors) {
        SessionId here = browser.sessionId().orElseThrow();
        List<ProfilePage.OpenSession> open = sessions.of(member.id).stream()
                .map(s -> new ProfilePage.OpenSession(
                        s.id().handle(), DeviceName.of(s.userAgent()), s.createdAt(), s.seenAt(), s.id().equals(here)))
                .toList();
        return Views.profile(new ProfilePage(
                member.ref(), form, form.wantsMail(member.mailAnswers), member.avatar != null, errors, open));
    }
}
