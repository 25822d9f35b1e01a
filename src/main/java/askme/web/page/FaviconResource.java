package askme.web.page;

import askme.web.WebLinks;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The default address of the icon, for programs that ignore {@code <link rel="icon">}: feed readers, previews, old browsers. */
@Path(WebLinks.FAVICON)
class FaviconResource {

    private static final String MONTH = "public, max-age=2592000";

    @GET
    @NonBlocking
    public Response icon() {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                // Not location(): it would add the Host of one client to a response that a proxy caches for all.
                .header("Location", WebLinks.ICON)
                .header("Cache-Control", MONTH)
                .build();
    }
}
