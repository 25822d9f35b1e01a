package askme.search;

import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.web.LocalizedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The newest results of a search, for feeds. They come from the same cache as the page of results. */
@ApplicationScoped
public class SearchFeed {

    private final SearchService search;
    private final ResultCards cards;
    private final LocalizedMessages<SearchMessages> messages = LocalizedMessages.of(SearchMessages.class);

    SearchFeed(SearchService search, ResultCards cards) {
        this.search = search;
        this.cards = cards;
    }

    /**
     * Results.
     *
     * @param title of the feed
     * @param page the local address of the page with the same results
     */
    public record Results(String title, String page, List<QuestionCard> cards) {}

    /** The first page of results for {@code typed}, the newest first. */
    public Results newest(String typed) {
        SearchQuery query = SearchQuery.of(typed);
        SearchResults found = search.find(query, SearchService.NEWEST);
        List<Long> ids = found.ids().subList(0, Math.min(found.ids().size(), QuestionQueries.PAGE_SIZE));
        return new Results(
                messages.get().results_for(typed),
                SearchLinks.results(typed, SearchService.NEWEST),
                cards.of(ids, found, query, 0));
    }
}
