package askme.account.factor;

import askme.account.KnownDevices;
import askme.account.SignInResult;
import askme.account.identity.WaysIn;
import askme.factor.Passkeys;
import askme.markdown.UserInput;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.ConfiguredProviders;
import askme.session.BeforeConfirmation;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.DeviceName;
import askme.session.StepUp;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import askme.web.security.GuestForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Passkeys: sign in with one, add one, remove one. A script asks the browser, and a form sends the browser's answer. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PasskeyResource {

    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final ConfiguredProviders providers;
    private final WaysIn waysIn;
    private final BrowserSession browser;
    private final KnownDevices devices;
    private final CurrentMember current;
    private final StepUp stepUp;
    private final Audit audit;
    private final Clock clock;
    private final LocalizedMessages<FactorMessages> texts = LocalizedMessages.of(FactorMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    PasskeyResource(
            Passkeys passkeys,
            ConfiguredProviders providers,
            WaysIn waysIn,
            BrowserSession browser,
            KnownDevices devices,
            CurrentMember current,
            StepUp stepUp,
            Audit audit,
            Clock clock) {
        this.passkeys = passkeys;
        this.providers = providers;
        this.waysIn = waysIn;
        this.browser = browser;
        this.devices = devices;
        this.current = current;
        this.stepUp = stepUp;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance addPasskey(String name, String nickname, FormErrors errors);
    }

    @GET
    @Path(FactorLinks.PASSKEY_SIGN_IN)
    @RateLimited("sign-in")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Passkeys.Request> request() {
        return secret(passkeys.toSignIn());
    }

    /** A passkey proves possession and the unlock of the device, so no second step follows. */
    @POST
    @Path(FactorLinks.PASSKEY_SIGN_IN)
    @GuestForm
    @RateLimited("sign-in")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response signIn(@BeanParam ProofForm form) {
        if (providers.areTheOnlyWay()) {
            throw new NotFoundException();
        }
        Optional<Member> signed = passkeys.signer(form.token(), form.credential(), id -> true)
                .flatMap(id -> Member.<Member>findByIdOptional(id));
        if (signed.isEmpty()) {
            audit.event("passkey-failed", 0);
            return Flash.redirect(
                    MemberLinks.loginThen(form.back()), texts.get().passkey_refused());
        }
        Member member = signed.get();
        if (member.isSuspended(clock.instant())) {
            audit.event("passkey-suspended", member.id);
            String why = new SignInResult.Suspended(member.suspendedUntil, member.suspensionReason).text(members.get());
            return Flash.redirect(MemberLinks.login(), why);
        }
        browser.signIn(member, member.passwordHash);
        devices.remember(member.id);
        audit.event("passkey", member.id);
        return Flash.redirect(form.back(), members.get().welcome_back(member.nickname));
    }

    @GET
    @Path(FactorLinks.PASSKEYS)
    public Response form(@HeaderParam("User-Agent") String agent) {
        stepUp.require();
        String name = DeviceName.of(agent == null ? "" : agent);
        return Response.ok(Views.addPasskey(name, current.required().nickname(), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path(FactorLinks.PASSKEY_REQUEST)
    @RateLimited("profile")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Passkeys.Request> requestToAdd() {
        stepUp.require();
        return secret(passkeys.toAdd(current.required().id()));
    }

    private static RestResponse<Passkeys.Request> secret(Passkeys.Request request) {
        return RestResponse.ResponseBuilder.ok(request)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.PASSKEYS)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response add(@BeanParam ProofForm form, @RestForm String name) {
        stepUp.require();
        String called = called(name);
        if (!passkeys.add(current.required().id(), form.token(), form.credential(), called)) {
            FormErrors errors = FormErrors.none().add("name", texts.get().passkey_not_added());
            return PageResponses.unprocessable(
                    Views.addPasskey(called, current.required().nickname(), errors));
        }
        return Flash.redirect(MemberLinks.security(), texts.get().passkey_added());
    }

    private String called(String name) {
        String plain = name == null
                ? ""
                : UserInput.start(name).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String start = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
        return start.isEmpty() ? texts.get().passkey() : start;
    }

    @POST
    @BeforeConfirmation
    @Path(FactorLinks.REMOVE_PASSKEY)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response remove(@RestPath long id) {
        stepUp.require();
        boolean removed =
                passkeys.remove(current.required().id(), id, member -> waysIn.hasOtherThanPasskey(member, id));
        return Flash.redirect(
                MemberLinks.security(),
                removed ? texts.get().passkey_removed() : texts.get().last_way());
    }
}
