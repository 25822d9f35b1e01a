package askme.account.identity;

import askme.joining.JoinRules;
import askme.member.EmailAddress;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.ConfiguredProviders;
import askme.provider.ExternalIdentity;
import askme.provider.Provider;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** A person whom a provider has vouched for becomes a member, with a nickname of choice. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class JoinResource {

    private final Journeys journeys;
    private final Identities identities;
    private final ConfiguredProviders providers;
    private final JoinRules rules;
    private final BrowserSession browser;
    private final CurrentMember current;
    private final FormValidator check;
    private final NicknameCheck nicknames;
    private final LocalizedMessages<IdentityMessages> texts = LocalizedMessages.of(IdentityMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    JoinResource(
            Journeys journeys,
            Identities identities,
            ConfiguredProviders providers,
            JoinRules rules,
            BrowserSession browser,
            CurrentMember current,
            FormValidator check,
            NicknameCheck nicknames) {
        this.journeys = journeys;
        this.identities = identities;
        this.providers = providers;
        this.rules = rules;
        this.browser = browser;
        this.current = current;
        this.check = check;
        this.nicknames = nicknames;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        /** @param closed why there is no new account; null if there is one */
        static native TemplateInstance joinByProvider(
                ExternalIdentity identity, Provider provider, JoinForm form, FormErrors errors, String closed);
    }

    @GET
    @Path(IdentityLinks.JOIN)
    public Response form() {
        Optional<PendingIdentity> pending = journeys.pending();
        if (current.find().isPresent() && pending.isPresent()) {
            return Response.seeOther(URI.create(IdentityLinks.connectIdentity()))
                    .build();
        }
        if (pending.isEmpty() || provider(pending.get()).isEmpty()) {
            return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
        }
        ExternalIdentity identity = pending.get().identity();
        TemplateInstance page = Views.joinByProvider(
                identity,
                provider(pending.get()).get(),
                new JoinForm(nicknames.suggestion(identity.name())),
                FormErrors.none(),
                closed(pending.get()));
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path(IdentityLinks.JOIN)
    @GuestForm
    @RateLimited("sign-up")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response join(@BeanParam JoinForm form) {
        Optional<PendingIdentity> pending = journeys.pending();
        if (pending.isEmpty() || provider(pending.get()).isEmpty()) {
            return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
        }
        ExternalIdentity identity = pending.get().identity();
        FormErrors errors = check.of(form);
        String closed = closed(pending.get());
        if (closed == null) {
            nicknames.check(form.nickname(), errors);
        }
        Optional<Member> made = Optional.empty();
        try {
            if (closed == null && !errors.any()) {
                made = identities.join(identity, form.nickname(), pending.get().invitation(), errors);
            }
        } catch (Identities.TakenMeanwhile e) {
            return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
        }
        if (made.isEmpty()) {
            Provider provider = provider(pending.get()).get();
            return PageResponses.unprocessable(Views.joinByProvider(identity, provider, form, errors, closed));
        }
        journeys.forget();
        browser.signUpBy(made.get(), identity.provider());
        return Flash.redirect(pending.get().back(), members.get().welcome(made.get().nickname));
    }

    private Optional<Provider> provider(PendingIdentity pending) {
        return providers.find(pending.provider());
    }

    /** Why the person gets no account; null if the person gets one. */
    private String closed(PendingIdentity pending) {
        ExternalIdentity identity = pending.identity();
        if (identity.email() == null || !new EmailAddress.Check().isValid(identity.email(), null)) {
            return texts.get().no_address(provider(pending).orElseThrow().label());
        }
        if (identities.addressHasOwner(identity)) {
            return texts.get().address_taken();
        }
        return rules.refusal(EmailAddress.Check.clean(identity.email()), pending.invitation())
                .map(refusal -> switch (refusal) {
                    case NOT_SET_UP -> members.get().join_not_set_up();
                    case DOMAIN -> members.get().join_domain();
                    case INVITATION -> members.get().join_invitation();
                    case NOBODY -> members.get().join_nobody();
                })
                .orElse(null);
    }
}
