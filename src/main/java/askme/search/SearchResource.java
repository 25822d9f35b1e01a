package askme.search;

import askme.question.QuestionQueries;
import askme.session.CurrentMember;
import askme.web.page.Paginator;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of results, and what scripts show while somebody types. */
@Path(SearchLinks.SEARCH)
@Blocking
class SearchResource {

    /** A browser may answer the same question again for so long by itself. */
    private static final String BRIEFLY = "private, max-age=10";

    private final SearchResults results;
    private final Suggestions suggestions;
    private final CurrentMember current;

    SearchResource(SearchResults results, Suggestions suggestions, CurrentMember current) {
        this.results = results;
        this.suggestions = suggestions;
        this.current = current;
    }

    @CheckedTemplate(basePath = "search")
    static class Views {
        static native TemplateInstance results(ResultsPage page);
    }

    @GET
    @RateLimited("search")
    public TemplateInstance results(@RestQuery String q, @RestQuery String sort, @RestQuery String page) {
        String typed = q == null ? "" : q.strip();
        SearchQuery query = SearchQuery.of(typed);
        SearchResults.Found found = results.find(query, sort);
        int total = found.ids().size();
        Paginator pages = Paginator.of(page, total, QuestionQueries.PAGE_SIZE, SearchLinks.results(typed, sort));
        int from = (pages.page() - 1) * QuestionQueries.PAGE_SIZE;
        List<Long> ids = found.ids().subList(from, Math.min(total, from + QuestionQueries.PAGE_SIZE));
        return Views.results(new ResultsPage(
                typed,
                SearchResults.NEWEST.equals(sort) ? SearchResults.NEWEST : "relevance",
                !typed.isEmpty(),
                total,
                found.more(),
                found.cutShort(),
                results.cards(ids, query, current.idOrZero()),
                query.marks(),
                pages));
    }

    @GET
    @Path(SearchLinks.SUGGESTIONS)
    @RateLimited("search")
    @Produces(MediaType.APPLICATION_JSON)
    public Response suggestions(@RestQuery String q) {
        return brief(suggestions.of(q));
    }

    @GET
    @Path(SearchLinks.SIMILAR)
    @RateLimited("search")
    @Produces(MediaType.APPLICATION_JSON)
    public Response similar(@RestQuery String q) {
        return brief(suggestions.similarTo(q));
    }

    private static Response brief(List<Suggestion> found) {
        return Response.ok(found).header("Cache-Control", BRIEFLY).build();
    }
}
