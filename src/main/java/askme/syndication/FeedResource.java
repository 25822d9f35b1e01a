package askme.syndication;

import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.question.SiteCounter;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;

/** Files for programs: robots.txt, the sitemap, an Atom feed of the newest questions. They are public, so proxies cache them. */
@Path("/")
@Blocking
class FeedResource {

    private static final String ONE_HOUR = "public, max-age=3600";
    private static final String FIVE_MINUTES = "public, max-age=300";
    private static final String XML = "application/xml;charset=UTF-8";

    /** Characters that no XML document may hold (XML 1.0, 2.2), not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Sitemap sitemap;
    private final QuestionQueries questions;
    private final SiteCounter counter;
    private final PageContext context;

    FeedResource(Sitemap sitemap, QuestionQueries questions, SiteCounter counter, PageContext context) {
        this.sitemap = sitemap;
        this.questions = questions;
        this.counter = counter;
        this.context = context;
    }

    @CheckedTemplate(basePath = "syndication")
    static class Views {
        static native TemplateInstance robots();

        static native TemplateInstance sitemap(int parts);

        static native TemplateInstance part(List<Sitemap.Entry> entries);

        static native TemplateInstance atom(List<QuestionCard> questions);
    }

    @GET
    @Path(FeedLinks.ROBOTS)
    public Response robots() {
        return cacheable(Views.robots(), "text/plain;charset=UTF-8", ONE_HOUR);
    }

    @GET
    @Path(FeedLinks.SITEMAP)
    public Response sitemap() {
        return cacheable(Views.sitemap(sitemap.parts()), XML, ONE_HOUR);
    }

    @GET
    @Path(FeedLinks.PART)
    @RateLimited("search")
    public Response part(@RestPath int number) {
        if (number < 1 || number > sitemap.parts()) {
            throw new NotFoundException();
        }
        return cacheable(Views.part(sitemap.entries(number)), XML, ONE_HOUR);
    }

    @GET
    @Path(FeedLinks.ATOM)
    public Response newest() {
        List<QuestionCard> newest = questions.newest(1, counter.questions(), 0);
        return cacheable(Views.atom(newest), "application/atom+xml;charset=UTF-8", FIVE_MINUTES);
    }

    private Response cacheable(TemplateInstance view, String type, String caching) {
        String text = view.setLocale(context.locale()).render();
        return Response.ok(NOT_XML.matcher(text).replaceAll(""), type)
                .header("Cache-Control", caching)
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }
}
