package askme.tag;

import askme.database.Row;
import askme.web.page.PageVersion;
import askme.web.page.Paginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of all tags, and the suggestions for the tags field. */
@Path(TagLinks.TAGS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class TagResource {

    private static final int PAGE_SIZE = 60;
    private static final int SUGGESTIONS = 8;

    @CheckedTemplate(basePath = "tag")
    static class Views {
        static native TemplateInstance list(List<Tag> tags, Paginator pages, String typed);
    }

    /**
     * A suggested tag.
     *
     * @param description what it is for; may be empty
     * @param synonym its other name that begins with the typed text; null if its own name does
     */
    public record Suggestion(String tag, int questions, String description, String synonym) {

        static Suggestion of(Row row) {
            String name = row.text("name");
            String typed = row.text("typed");
            return new Suggestion(
                    name, row.number("question_count"), row.text("description"), typed.equals(name) ? null : typed);
        }
    }

    @GET
    public TemplateInstance list(@RestQuery String page, @RestQuery String q, RoutingContext routing) {
        String typed = q == null ? "" : q.strip();
        if (!typed.isEmpty()) {
            Paginator one = Paginator.of(null, 0, PAGE_SIZE, TagLinks.tags());
            return Views.list(Tag.byName(TagNames.canonical(typed), PAGE_SIZE), one, typed);
        }
        PageVersion.declareList(routing);
        Paginator pages = Paginator.of(page, Tag.total(), PAGE_SIZE, TagLinks.tags());
        return Views.list(TagQueries.popular(pages.page(), PAGE_SIZE), pages, typed);
    }

    @GET
    @Path("/suggestions")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Suggestion> suggestions(@RestQuery String q) {
        String prefix = q == null ? "" : TagNames.canonical(q);
        if (!TagNames.valid(prefix)) {
            return List.of();
        }
        return TagQueries.suggested(prefix, SUGGESTIONS);
    }
}
