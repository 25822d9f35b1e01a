package askme.syndication;

import askme.look.Look;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.WebLinks;
import askme.web.page.PageContext;
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

    /** A name or a colour that an administrator changes is seen at once. */
    private static final String VALIDATED = "public, no-cache";

    private static final String GROUND = "#f3f5f6";

    private final Look look;
    private final PageContext context;
    private final LocalizedMessages<Messages> messages = LocalizedMessages.of(Messages.class);

    BrowserFilesResource(Look look, PageContext context) {
        this.look = look;
        this.context = context;
    }

    @CheckedTemplate(basePath = "syndication")
    static class Views {
        static native TemplateInstance opensearch();
    }

    /** The manifest; the names are those of the standard. */
    public record Manifest(
            String name,
            String short_name,
            String description,
            String start_url,
            String display,
            String theme_color,
            String background_color,
            List<Look.Icon> icons) {}

    @GET
    @Path(WebLinks.MANIFEST)
    @Produces("application/manifest+json")
    @ResponseHeader(name = "Cache-Control", value = VALIDATED)
    public Manifest manifest() {
        return new Manifest(
                look.name(),
                look.name(),
                look.tagline(context.language(), messages.get().slogan()),
                "/",
                "minimal-ui",
                look.brand(),
                GROUND,
                look.icons());
    }

    @GET
    @Path(WebLinks.SEARCH_DESCRIPTION)
    @Produces({"application/opensearchdescription+xml", MediaType.APPLICATION_XML})
    @ResponseHeader(name = "Cache-Control", value = VALIDATED)
    public TemplateInstance searchDescription() {
        return Views.opensearch();
    }
}
