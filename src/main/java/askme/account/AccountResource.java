package askme.account;

import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.ConfiguredProviders;
import askme.session.BeforeConfirmation;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.PendingSignIn;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.RejectedInput;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Sign-up, sign-in and sign-out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AccountResource {

    private static final int TOO_MANY = 429;
    private final SignUp signUp;
    private final SignIn signIn;
    private final BrowserSession browser;
    private final KnownDevices devices;
    private final JoinCheck joining;
    private final CurrentMember current;
    private final PendingSignIn pending;
    private final ConfiguredProviders providers;
    private final FormValidator check;
    private final LocalizedMessages<AccountMessages> accountMessages = LocalizedMessages.of(AccountMessages.class);
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    AccountResource(
            SignUp signUp,
            SignIn signIn,
            BrowserSession browser,
            KnownDevices devices,
            JoinCheck joining,
            CurrentMember current,
            PendingSignIn pending,
            ConfiguredProviders providers,
            FormValidator check) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.browser = browser;
        this.devices = devices;
        this.joining = joining;
        this.current = current;
        this.pending = pending;
        this.providers = providers;
        this.check = check;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance login(SignInForm form, FormErrors errors);

        static native TemplateInstance signup(SignUpForm form, FormErrors errors, String closed);
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
        if (providers.areTheOnlyWay()) {
            return Response.seeOther(URI.create(MemberLinks.loginThen(onwards(form.back()))))
                    .build();
        }
        if (errors.any()) {
            return PageResponses.unprocessable(Views.login(form, errors));
        }
        SignInResult result = signIn.attempt(form.login(), form.password());
        if (result instanceof SignInResult.Throttled throttled) {
            return tooManyAttempts(form, throttled.retryAfter());
        }
        if (result instanceof SignInResult.Suspended suspended) {
            return PageResponses.unprocessable(Views.login(form, errors.add("login", suspended.text(messages.get()))));
        }
        if (result instanceof SignInResult.Success success && success.member().secondFactor) {
            return secondStep(form, success);
        }
        if (result instanceof SignInResult.Success success
                && browser.signIn(success.member(), success.passwordHash())) {
            devices.remember(success.member().id);
            return goOn(form, success.member());
        }
        return PageResponses.unprocessable(
                Views.login(form, errors.add("password", messages.get().sign_in_wrong())));
    }

    @GET
    @Path(MemberLinks.SIGNUP)
    public Object signUpForm(@RestQuery String invitation, @RestQuery("continue") String back) {
        return current.find().isPresent()
                ? Response.seeOther(URI.create(onwards(back))).build()
                : Views.signup(
                        SignUpForm.empty(invitation, onwards(back)), FormErrors.none(), joining.closed(invitation));
    }

    @POST
    @Path(MemberLinks.SIGNUP)
    @GuestForm
    @RateLimited("sign-up")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response signUp(@BeanParam SignUpForm form) {
        if (providers.areTheOnlyWay()) {
            return Response.seeOther(URI.create(MemberLinks.login())).build();
        }
        FormErrors errors = check.of(form);
        Member member = signUp.make(form, errors);
        if (member == null) {
            return PageResponses.unprocessable(Views.signup(form, errors, null));
        }
        browser.signUp(member);
        devices.remember(member.id);
        return Flash.redirect(
                onwards(form.back()),
                member.mustConfirm
                        ? accountMessages.get().welcome_confirm(EmailAddress.Check.readable(member.email))
                        : messages.get().welcome(member.nickname));
    }

    @POST
    @Path(MemberLinks.LOGOUT)
    @BeforeConfirmation
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response signOut(@RestForm("continue") String back) {
        Optional<String> provider =
                current.provider().filter(name -> providers.find(name).isPresent());
        browser.signOut(current.idOrZero());
        if (provider.isPresent()) {
            return Response.seeOther(URI.create(MemberLinks.signedOutOf(provider.get())))
                    .build();
        }
        return Flash.redirect(onwards(back), messages.get().signed_out());
    }

    /** The password is right: the second factor is asked next. The page carries the text that the guest could not post. */
    private Response secondStep(SignInForm form, SignInResult.Success success) {
        pending.begin(success.member(), success.passwordHash(), null, onwards(form.back()));
        return form.rejected().isEmpty()
                ? Response.seeOther(URI.create(MemberLinks.secondStep())).build()
                : Response.ok(SignInPages.secondStep(form.action(), form.rejected(), true, FormErrors.none()))
                        .header("Cache-Control", "no-store")
                        .build();
    }

    /** Returns to the page, or to the text that the member could not post as a guest: the member posts it now. */
    private Response goOn(SignInForm form, Member member) {
        List<RejectedInput> typed = form.rejected();
        if (typed.isEmpty()) {
            return Flash.redirect(onwards(form.back()), messages.get().welcome_back(member.nickname));
        }
        return Response.ok(SignInPages.typed(form.action(), onwards(form.back()), typed))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response tooManyAttempts(SignInForm form, Duration wait) {
        int minutes = (int) wait.plusMinutes(1).toMinutes();
        FormErrors errors = FormErrors.none().add("password", messages.get().sign_in_wait(minutes));
        return Response.fromResponse(PageResponses.unprocessable(Views.login(form, errors)))
                .status(TOO_MANY)
                .header("Retry-After", wait.toSeconds() + 1)
                .build();
    }

    /** The local path to go on to. It is never one of these forms. */
    private static String onwards(String back) {
        String path = LocalPath.of(back);
        return path.startsWith(MemberLinks.LOGIN) || path.startsWith(MemberLinks.SIGNUP) ? "/" : path;
    }
}
