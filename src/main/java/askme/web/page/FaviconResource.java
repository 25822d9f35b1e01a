package askme.web.page;

import askme.web.WebLinks;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The address where programs look for an icon that read no {@code <link rel="icon">}: feed readers, previews, old browsers. */
@Path(WebLinks.FAVICON)
class FaviconResource {

    private static final String MONTH = "public, max-age=2592000";

    @GET
    @NonBlocking
    public Response icon() {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                // Not location(): it would put the Host that one client sent into what a proxy keeps for all.
                .header("Location", WebLinks.ICON)
                .header("Cache-Control", MONTH)
                .build();
    }
}
