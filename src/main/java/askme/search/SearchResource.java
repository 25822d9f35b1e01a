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
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of results, and the suggestions that scripts show while somebody types. */
@Path(SearchLinks.SEARCH)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SearchResource {

    /** A browser may answer the same request from its own cache for ten seconds. */
    private static final String CACHE_BRIEFLY = "private, max-age=10";

    private final SearchService search;
    private final ResultCards cards;
    private final Suggestions suggestions;
    private final CurrentMember current;

    SearchResource(SearchService search, ResultCards cards, Suggestions suggestions, CurrentMember current) {
        this.search = search;
        this.cards = cards;
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
        SearchResults found = search.find(query, sort);
        int total = found.ids().size();
        Paginator pages = Paginator.of(page, total, QuestionQueries.PAGE_SIZE, SearchLinks.results(typed, sort));
        int from = (pages.page() - 1) * QuestionQueries.PAGE_SIZE;
        List<Long> ids = found.ids().subList(from, Math.min(total, from + QuestionQueries.PAGE_SIZE));
        return Views.results(new ResultsPage(
                typed,
                SearchService.NEWEST.equals(sort) ? SearchService.NEWEST : "relevance",
                !typed.isEmpty(),
                total,
                found.more(),
                found.cutShort(),
                total == 0 ? EmptyResult.of(query, search.notSearched(query)) : null,
                cards.of(ids, found, query, current.idOrZero()),
                query.marks(),
                pages));
    }

    @GET
    @Path(SearchLinks.SUGGESTIONS)
    @RateLimited("search")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = CACHE_BRIEFLY)
    public List<Suggestion> suggestions(@RestQuery String q) {
        return suggestions.of(q);
    }

    @GET
    @Path(SearchLinks.SIMILAR)
    @RateLimited("search")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = CACHE_BRIEFLY)
    public List<Suggestion> similar(@RestQuery String q) {
        return suggestions.similarTo(q);
    }
}
