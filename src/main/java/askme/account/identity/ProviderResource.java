package askme.account.identity;

import askme.account.SignInResult;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.provider.ConfiguredProviders;
import askme.provider.ExternalIdentity;
import askme.provider.Provider;
import askme.provider.ProviderAnswer;
import askme.provider.ProviderClient;
import askme.provider.ProviderFailure;
import askme.provider.SignInFlow;
import askme.provider.SignInFlow.Purpose;
import askme.session.BrowserSession;
import askme.session.CurrentMember;
import askme.session.PendingSignIn;
import askme.session.StepUp;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.WebConfig;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import askme.web.security.Audit;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The journey to a provider and back. It begins with a link and not with a form, because the policy of the pages allows no form to
 * end at another site.
 */
@Path("/")
@Blocking
class ProviderResource {

    private static final Logger LOG = Logger.getLogger(ProviderResource.class);
    private static final int LONGEST_BACK = 1000;
    private static final int LONGEST_TOKEN = 100;

    private final SecureRandom random = new SecureRandom();
    private final ConfiguredProviders providers;
    private final Journeys journeys;
    private final Identities identities;
    private final BrowserSession browser;
    private final PendingSignIn secondStep;
    private final StepUp stepUp;
    private final CurrentMember current;
    private final RoutingContext routing;
    private final Audit audit;
    private final WebConfig web;
    private final Clock clock;
    private final LocalizedMessages<IdentityMessages> texts = LocalizedMessages.of(IdentityMessages.class);
    private final LocalizedMessages<MemberMessages> members = LocalizedMessages.of(MemberMessages.class);

    ProviderResource(
            ConfiguredProviders providers,
            Journeys journeys,
            Identities identities,
            BrowserSession browser,
            PendingSignIn secondStep,
            StepUp stepUp,
            CurrentMember current,
            RoutingContext routing,
            Audit audit,
            WebConfig web,
            Clock clock) {
        this.providers = providers;
        this.journeys = journeys;
        this.identities = identities;
        this.browser = browser;
        this.secondStep = secondStep;
        this.stepUp = stepUp;
        this.current = current;
        this.routing = routing;
        this.audit = audit;
        this.web = web;
        this.clock = clock;
    }

    @GET
    @Path(IdentityLinks.WITH)
    @RateLimited("provider")
    public Response begin(
            @RestPath String provider,
            @RestQuery("for") String purpose,
            @RestQuery("continue") String back,
            @RestQuery String invitation) {
        ProviderClient client = providers.client(provider).orElseThrow(NotFoundException::new);
        Purpose reason = purpose(purpose);
        long member = reason == Purpose.SIGN_IN ? 0 : current.required().id();
        String token = invitation == null || invitation.length() > LONGEST_TOKEN ? "" : invitation;
        SignInFlow flow = SignInFlow.begin(provider, reason, member, onwards(back), token, random, clock.instant());
        try {
            URI there = client.authorization(flow, redirectUri(provider));
            journeys.begin(flow);
            return PageResponses.external(there, routing);
        } catch (ProviderFailure failure) {
            return failed(client.provider(), flow, failure);
        }
    }

    private static Purpose purpose(String purpose) {
        return "connect".equals(purpose)
                ? Purpose.CONNECT
                : "confirm".equals(purpose) ? Purpose.CONFIRM : Purpose.SIGN_IN;
    }

    private static String onwards(String back) {
        String path = LocalPath.of(back);
        boolean form = path.startsWith(MemberLinks.LOGIN) || path.startsWith(MemberLinks.SIGNUP);
        return form || path.length() > LONGEST_BACK ? "/" : path;
    }

    private String redirectUri(String provider) {
        return web.absolute(IdentityLinks.callback(provider));
    }

    @GET
    @Path(IdentityLinks.CALLBACK)
    @RateLimited("provider")
    public Response comeBack(
            @RestPath String provider,
            @RestQuery String code,
            @RestQuery String state,
            @RestQuery("iss") String issuer,
            @RestQuery String error) {
        ProviderClient client = providers.client(provider).orElseThrow(NotFoundException::new);
        Optional<SignInFlow> begun = journeys.end(provider, state);
        if (begun.isEmpty()) {
            audit.event("provider-state-refused", 0);
            return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
        }
        SignInFlow flow = begun.get();
        if (code == null || code.isEmpty() || error != null) {
            return Flash.redirect(
                    start(flow), texts.get().denied(client.provider().label()));
        }
        try {
            ExternalIdentity identity =
                    client.identify(flow, new ProviderAnswer(code, issuer, error), redirectUri(provider));
            return switch (flow.purpose()) {
                case SIGN_IN -> signIn(flow, identity);
                case CONNECT -> connect(flow, identity);
                case CONFIRM -> confirm(flow, identity);
            };
        } catch (ProviderFailure failure) {
            return failed(client.provider(), flow, failure);
        }
    }

    /** The page on which the journey began. */
    private static String start(SignInFlow flow) {
        return switch (flow.purpose()) {
            case SIGN_IN -> MemberLinks.loginThen(flow.back());
            case CONNECT -> MemberLinks.security();
            case CONFIRM -> MemberLinks.confirmThen(flow.back());
        };
    }

    private Response failed(Provider provider, SignInFlow flow, ProviderFailure failure) {
        boolean away = failure.reason() == ProviderFailure.Reason.UNAVAILABLE;
        if (!away) {
            LOG.warnf("the provider %s is refused: %s", provider, failure.getMessage());
            audit.event("provider-refused", flow.member());
        }
        String text =
                away ? texts.get().unavailable(provider.label()) : texts.get().refused(provider.label());
        return Flash.redirect(start(flow), text);
    }

    private Response signIn(SignInFlow flow, ExternalIdentity identity) {
        Optional<Member> found = identities.member(identity);
        if (found.isEmpty()) {
            journeys.remember(PendingIdentity.of(identity, flow.invitation(), flow.back()));
            return Response.seeOther(URI.create(IdentityLinks.joinByProvider())).build();
        }
        Member member = found.get();
        if (member.isSuspended(clock.instant())) {
            audit.event("provider-sign-in-suspended", member.id);
            String why = new SignInResult.Suspended(member.suspendedUntil, member.suspensionReason).text(members.get());
            return Flash.redirect(MemberLinks.login(), why);
        }
        if (member.secondFactor) {
            secondStep.begin(member, member.passwordHash, identity.provider(), flow.back());
            return Response.seeOther(URI.create(MemberLinks.secondStep())).build();
        }
        browser.signIn(member, member.passwordHash, identity.provider(), false);
        audit.event("provider-sign-in", member.id);
        return Flash.redirect(flow.back(), members.get().welcome_back(member.nickname));
    }

    private Response connect(SignInFlow flow, ExternalIdentity identity) {
        if (current.idOrZero() != flow.member()) {
            return Flash.redirect(MemberLinks.login(), texts.get().begin_again());
        }
        journeys.remember(PendingIdentity.of(identity, "", MemberLinks.security()));
        return Response.seeOther(URI.create(IdentityLinks.connectIdentity())).build();
    }

    /** The same person at the same provider, a moment ago: the client has checked when. */
    private Response confirm(SignInFlow flow, ExternalIdentity identity) {
        boolean same = current.idOrZero() == flow.member()
                && identity.authenticatedAt() != null
                && identities
                        .member(identity)
                        .filter(m -> m.id == flow.member())
                        .isPresent();
        if (!same) {
            audit.event("confirmed-failed", flow.member());
            return Flash.redirect(
                    MemberLinks.confirmThen(flow.back()), texts.get().not_you());
        }
        stepUp.confirmed();
        audit.event("confirmed", flow.member());
        return Response.seeOther(URI.create(flow.back()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
