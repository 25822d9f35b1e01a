package askme.syndication;

import askme.search.SearchFeed;
import askme.web.page.PageContext;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** The Atom feed of a search: its newest results. */
@Path(FeedLinks.SEARCH)
@Blocking
class SearchFeedResource {

    private final SearchFeed search;
    private final QuestionEntries entries;
    private final PageContext context;

    SearchFeedResource(SearchFeed search, QuestionEntries entries, PageContext context) {
        this.search = search;
        this.entries = entries;
        this.context = context;
    }

    @GET
    @RateLimited("search")
    public Response feed(@RestQuery String q) {
        String typed = q == null ? "" : q.strip();
        if (typed.isEmpty()) {
            throw new NotFoundException();
        }
        SearchFeed.Results found = search.newest(typed);
        Feed feed = new Feed(found.title(), FeedLinks.atomOfSearch(typed), found.page(), entries.of(found.cards()));
        return XmlFiles.atom(feed, context.locale());
    }
}
