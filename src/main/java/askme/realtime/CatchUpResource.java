package askme.realtime;

import askme.web.Languages;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** An open page requests this after it has subscribed, and after each gap that Centrifugo could not fill. */
@Path(RealtimeLinks.SINCE)
@Blocking
class CatchUpResource {

    private final MissedChanges missed;

    CatchUpResource(MissedChanges missed) {
        this.missed = missed;
    }

    @GET
    @RateLimited("live")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Missed missed(@RestPath long id, @Context UriInfo url, @Context HttpServerRequest request) {
        return missed.of(id, url.getQueryParameters(), Languages.of(request).getLanguage());
    }
}
