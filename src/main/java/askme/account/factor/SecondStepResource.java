package askme.account.factor;

import askme.account.KnownDevices;
import askme.account.SignInPages;
import askme.account.SignInResult;
import askme.factor.Passkeys;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.BrowserSession;
import askme.session.PendingSignIn;
import askme.session.PendingSignIn.Pending;
import askme.web.LocalizedMessages;
import askme.web.RejectedInput;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import askme.web.security.GuestForm;
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

/** The second step of a sign-in, after the password or the provider. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SecondStepResource {

    private static final int TOO_MANY = 429;

    private final PendingSignIn pending;
    private final Proof proof;
    private final Passkeys passkeys;
    private final BrowserSession browser;
    private final KnownDevices devices;
    private final LocalizedMessages<FactorMessages> texts = LocalizedMessages.of(FactorMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    SecondStepResource(
            PendingSignIn pending, Proof proof, Passkeys passkeys, BrowserSession browser, KnownDevices devices) {
        this.pending = pending;
        this.proof = proof;
        this.passkeys = passkeys;
        this.browser = browser;
        this.devices = devices;
    }

    @GET
    @Path(MemberLinks.SECOND_STEP)
    public Response ask() {
        Optional<Pending> waiting = pending.find();
        return waiting.isEmpty()
                ? beginAgain()
                : Response.ok(page(waiting.get(), "", List.of(), FormErrors.none()))
                        .header("Cache-Control", "no-store")
                        .build();
    }

    @POST
    @Path(MemberLinks.SECOND_STEP)
    @GuestForm
    @RateLimited("sign-in")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response prove(@BeanParam ProofForm form) {
        Optional<Pending> waiting = pending.find();
        if (waiting.isEmpty()) {
            return beginAgain();
        }
        Member member = waiting.get().member();
        SignInResult result = proof.secondStep(member, form);
        if (result instanceof SignInResult.Success
                && browser.signIn(member, member.passwordHash, waiting.get().provider(), true)) {
            pending.end();
            devices.remember(member.id);
            return goOn(form, waiting.get());
        }
        FormErrors errors = FormErrors.none();
        if (result instanceof SignInResult.Throttled throttled) {
            int minutes = (int) throttled.retryAfter().plusMinutes(1).toMinutes();
            errors.add("code", members.get().sign_in_wait(minutes));
            return Response.fromResponse(refused(waiting.get(), form, errors))
                    .status(TOO_MANY)
                    .header("Retry-After", throttled.retryAfter().toSeconds() + 1)
                    .build();
        }
        String why = result instanceof SignInResult.Suspended suspended
                ? suspended.text(members.get())
                : form.hasPasskey()
                        ? texts.get().passkey_refused()
                        : texts.get().code_wrong();
        return refused(waiting.get(), form, errors.add("code", why));
    }

    private Response refused(Pending waiting, ProofForm form, FormErrors errors) {
        return PageResponses.unprocessable(page(waiting, form.action(), form.rejected(), errors));
    }

    private Response goOn(ProofForm form, Pending waiting) {
        List<RejectedInput> typed = form.rejected();
        return typed.isEmpty()
                ? Flash.redirect(waiting.back(), members.get().welcome_back(waiting.member().nickname))
                : Response.ok(SignInPages.typed(form.action(), waiting.back(), typed))
                        .header("Cache-Control", "no-store")
                        .build();
    }

    private TemplateInstance page(Pending waiting, String action, List<RejectedInput> typed, FormErrors errors) {
        boolean passkey = !passkeys.of(waiting.member().id).isEmpty();
        return SignInPages.secondStep(action, typed, passkey, errors);
    }

    private Response beginAgain() {
        return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
    }
}
