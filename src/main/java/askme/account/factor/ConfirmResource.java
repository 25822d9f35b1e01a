package askme.account.factor;

import askme.account.SignInResult;
import askme.account.identity.ConfirmingProviders;
import askme.factor.Passkeys;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.Provider;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.StepUp;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Asks a signed-in member again who it is, before a change of what opens the account. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConfirmResource {

    private final CurrentMember current;
    private final StepUp stepUp;
    private final Proof proof;
    private final Passkeys passkeys;
    private final ConfirmingProviders providers;
    private final LocalizedMessages<FactorMessages> texts = LocalizedMessages.of(FactorMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    ConfirmResource(
            CurrentMember current, StepUp stepUp, Proof proof, Passkeys passkeys, ConfirmingProviders providers) {
        this.current = current;
        this.stepUp = stepUp;
        this.proof = proof;
        this.passkeys = passkeys;
        this.providers = providers;
    }

    /** The ways that this member has. */
    @TemplateData
    record Ways(boolean password, boolean code, boolean passkey, List<Provider> providers) {

        public boolean none() {
            return !password && !code && !passkey && providers.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance confirmMember(Ways ways, String nickname, String back, FormErrors errors);
    }

    @GET
    @Path(MemberLinks.CONFIRM)
    public Response ask(@RestQuery("continue") String back) {
        current.required();
        return Response.ok(page(current.row(), LocalPath.of(back), FormErrors.none()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @BeforeConfirmation
    @Path(MemberLinks.CONFIRM)
    @RateLimited("sign-in")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response confirm(@BeanParam ProofForm form) {
        Member member = current.row();
        SignInResult result = proof.again(member, form);
        if (result instanceof SignInResult.Success) {
            stepUp.confirmed();
            return Response.seeOther(URI.create(form.back()))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        String field = form.hasPasskey() ? "passkey" : form.password().isEmpty() ? "code" : "password";
        String why = result instanceof SignInResult.Throttled throttled
                ? members.get().sign_in_wait((int)
                        throttled.retryAfter().plusMinutes(1).toMinutes())
                : switch (field) {
                    case "passkey" -> texts.get().passkey_refused();
                    case "code" -> texts.get().code_wrong();
                    default -> members.get().password_wrong();
                };
        return PageResponses.unprocessable(
                page(member, form.back(), FormErrors.none().add(field, why)));
    }

    private TemplateInstance page(Member member, String back, FormErrors errors) {
        Ways ways = new Ways(
                member.passwordHash != null,
                member.secondFactor,
                !passkeys.of(member.id).isEmpty(),
                providers.of(member.id));
        return Views.confirmMember(ways, member.nickname, back, errors);
    }
}
