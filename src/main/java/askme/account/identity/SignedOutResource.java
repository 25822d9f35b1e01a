package askme.account.identity;

import askme.member.MemberLinks;
import askme.provider.ConfiguredProviders;
import askme.provider.Provider;
import askme.provider.ProviderClient;
import askme.web.WebConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** After the sign-out of a session that a provider opened: the session there is still open, and a link ends it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SignedOutResource {

    private final ConfiguredProviders providers;
    private final WebConfig web;

    SignedOutResource(ConfiguredProviders providers, WebConfig web) {
        this.providers = providers;
        this.web = web;
    }

    @CheckedTemplate(basePath = "account")
    static class Views {
        /** @param url the address at the provider; null if it has none */
        static native TemplateInstance signedOut(Provider provider, String url);
    }

    @GET
    @Path(MemberLinks.SIGNED_OUT_OF)
    public Response show(@RestPath String provider) {
        ProviderClient client = providers.client(provider).orElseThrow(NotFoundException::new);
        String url = client.signOut(web.absolute("/")).map(Object::toString).orElse(null);
        return Response.ok(Views.signedOut(client.provider(), url))
                .header("Cache-Control", "no-store")
                .build();
    }
}
