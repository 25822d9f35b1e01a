package askme.account;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.web.LocalPath;
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
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing up, in and out. */
@Path("/")
@Blocking
class AccountResource {

    private static final int TOO_MANY = 429;
    private final Accounts accounts;
    private final Profiles profiles;
    private final SignIn signIn;
    private final BrowserSession entrance;
    private final CurrentMember current;
    private final FormValidator check;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    AccountResource(
            Accounts accounts,
            Profiles profiles,
            SignIn signIn,
            BrowserSession entrance,
            CurrentMember current,
            FormValidator check) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.signIn = signIn;
        this.entrance = entrance;
        this.current = current;
        this.check = check;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance login(SignInForm form, FormErrors errors);

        static native TemplateInstance signup(SignUpForm form, FormErrors errors);
    }

    @GET
    @Path(MemberLinks.LOGIN)
    public Object signInForm(@RestQuery("continue") String back) {
        return current.find().isPresent()
                ? Response.seeOther(URI.create(onwards(back))).build()
                : Views.login(SignInForm.empty(onwards(back)), FormErrors.none());
    }

    @POST
    @Path(MemberLinks.LOGIN)
    @GuestForm
    @RateLimited("sign-in")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response signIn(@BeanParam SignInForm form) {
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.login(form, errors));
        }
        SignIn.Outcome outcome = signIn.attempt(form.login(), form.password());
        if (outcome.member().isEmpty()) {
            return refused(form, outcome.pause());
        }
        if (outcome.member().get().suspended) { // told only to whom the account belongs
            return PageResponses.unprocessable(Views.login(
                    form, FormErrors.none().add("login", messages.get().suspended())));
        }
        if (!entrance.enter(outcome.member().get())) {
            return refused(form, outcome.pause());
        }
        return Flash.redirect(
                onwards(form.back()),
                messages.get().welcome_back(outcome.member().get().nickname));
    }

    @GET
    @Path(MemberLinks.SIGNUP)
    public Object signUpForm(@RestQuery("continue") String back) {
        return current.find().isPresent()
                ? Response.seeOther(URI.create(onwards(back))).build()
                : Views.signup(SignUpForm.empty(onwards(back)), FormErrors.none());
    }

    @POST
    @Path(MemberLinks.SIGNUP)
    @GuestForm
    @RateLimited("sign-up")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response signUp(@BeanParam SignUpForm form) {
        FormErrors errors = check.of(form);
        accounts.checkPassword(form.password(), form.passwordAgain(), form.nickname(), form.email(), errors);
        accounts.checkFree(form.email(), form.nickname(), 0, errors);
        Member made = profiles.signUp(form, errors);
        if (made == null) {
            return PageResponses.unprocessable(Views.signup(form, errors));
        }
        entrance.welcome(made);
        return Flash.redirect(onwards(form.back()), messages.get().welcome(made.nickname));
    }

    @POST
    @Path(MemberLinks.LOGOUT)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response signOut(@RestForm("continue") String back) {
        entrance.leave(current.idOrZero());
        return Flash.redirect(onwards(back), messages.get().signed_out());
    }

    private Response refused(SignInForm form, Duration pause) {
        if (pause.isZero()) {
            return PageResponses.unprocessable(Views.login(
                    form, FormErrors.none().add("password", messages.get().sign_in_wrong())));
        }
        int minutes = (int) pause.plusMinutes(1).toMinutes();
        FormErrors errors = FormErrors.none().add("password", messages.get().sign_in_wait(minutes));
        return Response.fromResponse(PageResponses.unprocessable(Views.login(form, errors)))
                .status(TOO_MANY)
                .header("Retry-After", pause.toSeconds() + 1)
                .build();
    }

    /** Where to go on: never back to these forms. */
    private static String onwards(String back) {
        String path = LocalPath.of(back);
        return path.startsWith(MemberLinks.LOGIN) || path.startsWith(MemberLinks.SIGNUP) ? "/" : path;
    }
}
