package askme.syndication;

import askme.settings.Settings;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Files for search engines: robots.txt and the sitemap. */
@Path("/")
@Blocking
class FeedResource {

    private static final Duration CACHED = Duration.ofHours(1);
    private static final String XML = "application/xml;charset=UTF-8";

    private final Sitemap sitemap;
    private final PageContext context;
    private final Settings settings;

    FeedResource(Sitemap sitemap, PageContext context, Settings settings) {
        this.settings = settings;
        this.sitemap = sitemap;
        this.context = context;
    }

    @CheckedTemplate(basePath = "syndication")
    static class Views {
        static native TemplateInstance robots(boolean privateSite);

        static native TemplateInstance sitemap(int parts);

        static native TemplateInstance part(List<Sitemap.Entry> entries);
    }

    @GET
    @Path(FeedLinks.ROBOTS)
    public Response robots() {
        return cacheable(Views.robots(settings.forMembersOnly()), "text/plain;charset=UTF-8");
    }

    @GET
    @Path(FeedLinks.SITEMAP)
    public Response sitemap() {
        return cacheable(Views.sitemap(sitemap.parts()), XML);
    }

    @GET
    @Path(FeedLinks.PART)
    @RateLimited("search")
    public Response part(@RestPath int number) {
        if (number < 1 || number > sitemap.parts()) {
            throw new NotFoundException();
        }
        return cacheable(Views.part(sitemap.entries(number)), XML);
    }

    private Response cacheable(TemplateInstance view, String type) {
        return XmlFiles.cacheable(view.setLocale(context.locale()), type, CACHED);
    }
}
