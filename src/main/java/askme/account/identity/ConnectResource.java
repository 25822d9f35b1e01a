package askme.account.identity;

import askme.member.MemberLinks;
import askme.member.MemberRef;
import askme.provider.ConfiguredProviders;
import askme.provider.ExternalIdentity;
import askme.provider.Provider;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.StepUp;
import askme.web.LocalizedMessages;
import askme.web.page.Flash;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** A member agrees that a person of a provider may sign in to the account, or ends that. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConnectResource {

    private final Journeys journeys;
    private final Identities identities;
    private final ConfiguredProviders providers;
    private final CurrentMember current;
    private final StepUp stepUp;
    private final LocalizedMessages<IdentityMessages> texts = LocalizedMessages.of(IdentityMessages.class);

    ConnectResource(
            Journeys journeys,
            Identities identities,
            ConfiguredProviders providers,
            CurrentMember current,
            StepUp stepUp) {
        this.journeys = journeys;
        this.identities = identities;
        this.providers = providers;
        this.current = current;
        this.stepUp = stepUp;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        static native TemplateInstance connect(ExternalIdentity identity, Provider provider, MemberRef member);
    }

    @GET
    @Path(IdentityLinks.CONNECT)
    public Response ask() {
        stepUp.require();
        Optional<ExternalIdentity> identity = journeys.pending().map(PendingIdentity::identity);
        Optional<Provider> provider = identity.flatMap(i -> providers.find(i.provider()));
        if (provider.isEmpty()) {
            return Flash.redirect(MemberLinks.security(), texts.get().begin_again());
        }
        return Response.ok(Views.connect(identity.get(), provider.get(), current.required()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @BeforeConfirmation
    @Path(IdentityLinks.CONNECT)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response connect() {
        stepUp.require();
        Optional<PendingIdentity> pending = journeys.pending();
        Optional<Provider> provider = pending.flatMap(p -> providers.find(p.provider()));
        if (provider.isEmpty()) {
            return Flash.redirect(MemberLinks.security(), texts.get().begin_again());
        }
        journeys.forget();
        boolean connected =
                identities.connect(current.required().id(), pending.get().identity());
        String label = provider.get().label();
        return Flash.redirect(
                MemberLinks.security(),
                connected ? texts.get().connected(label) : texts.get().taken(label));
    }

    @POST
    @BeforeConfirmation
    @Path(IdentityLinks.REMOVE)
    @RateLimited("profile")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response disconnect(@RestPath long id) {
        stepUp.require();
        boolean removed = identities.disconnect(current.required().id(), id);
        return Flash.redirect(
                MemberLinks.security(),
                removed ? texts.get().disconnected() : texts.get().last_way());
    }
}
