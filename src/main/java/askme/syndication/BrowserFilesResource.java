package askme.syndication;

import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.WebLinks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Files that browsers read to install the site (W3C Web Application Manifest) and to add it to their search engines (OpenSearch 1.1). */
@Path("/")
@NonBlocking
class BrowserFilesResource {

    private static final String DAY = "public, max-age=86400";
    private static final String COLOUR = "#0a6079";
    private static final String GROUND = "#f3f5f6";

    private final LocalizedMessages<Messages> messages = LocalizedMessages.of(Messages.class);

    @CheckedTemplate(basePath = "syndication")
    static class Views {
        static native TemplateInstance opensearch();
    }

    /** An icon of the manifest; the names are those of the standard. */
    public record Icon(String src, String sizes, String type) {}

    /** The manifest; the names are those of the standard. */
    public record Manifest(
            String name,
            String short_name,
            String description,
            String start_url,
            String display,
            String theme_color,
            String background_color,
            List<Icon> icons) {}

    @GET
    @Path(WebLinks.MANIFEST)
    @Produces("application/manifest+json")
    @ResponseHeader(name = "Cache-Control", value = DAY)
    public Manifest manifest() {
        return new Manifest(
                messages.get().site(),
                messages.get().site(),
                messages.get().slogan(),
                "/",
                "minimal-ui",
                COLOUR,
                GROUND,
                List.of(
                        new Icon("/icon-192.png", "192x192", "image/png"),
                        new Icon("/icon-512.png", "512x512", "image/png"),
                        new Icon(WebLinks.ICON, "any", "image/svg+xml")));
    }

    @GET
    @Path(WebLinks.SEARCH_DESCRIPTION)
    @Produces({"application/opensearchdescription+xml", MediaType.APPLICATION_XML})
    @ResponseHeader(name = "Cache-Control", value = DAY)
    public TemplateInstance searchDescription() {
        return Views.opensearch();
    }
}
