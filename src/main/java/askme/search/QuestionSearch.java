package askme.search;

import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The search of the page of results, for other features. */
@ApplicationScoped
public class QuestionSearch {

    private final SearchService search;
    private final ResultCards cards;

    QuestionSearch(SearchService search, ResultCards cards) {
        this.search = search;
        this.cards = cards;
    }

    /**
     * A part of the results.
     *
     * @param total how many questions were found
     * @param cutShort whether the time limit ended the search
     */
    public record Part(List<QuestionCard> cards, int total, boolean cutShort) {

        /** Whether more results follow after the first {@code skipped} and these. */
        public boolean more(int skipped) {
            return skipped + QuestionQueries.PAGE_SIZE < total;
        }
    }

    /**
     * The results after the first {@code skipped}.
     *
     * @param typed the query, as in the search box; may be null
     * @param sort {@code newest}, or anything else for the relevance
     */
    public Part find(String typed, String sort, int skipped, long reader) {
        SearchQuery query = SearchQuery.of(typed == null ? "" : typed.strip());
        SearchResults found = search.find(query, sort);
        int total = found.ids().size();
        int from = Math.max(0, Math.min(skipped, total));
        List<Long> ids = found.ids().subList(from, Math.min(total, from + QuestionQueries.PAGE_SIZE));
        return new Part(cards.of(ids, found, query, reader), total, found.cutShort());
    }
}
