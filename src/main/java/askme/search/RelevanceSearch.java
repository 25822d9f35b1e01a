package askme.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds questions by relevance: first those with all words in the title, then those of the tag that was typed, then those
 * with the words anywhere.
 */
@ApplicationScoped
class RelevanceSearch {

    private final SearchQueries queries;

    RelevanceSearch(SearchQueries queries) {
        this.queries = queries;
    }

    /** Runs {@code query}, which has words of the index. */
    SearchResults search(SearchQuery query, SearchFilter filter) {
        var inTitle = QueryTimeout.run(() -> queries.titleResults(query, filter), List.<Long>of());
        if (inTitle.value().size() >= SearchQueries.MOST_RESULTS || inTitle.cutShort()) {
            return SearchResults.of(inTitle.value(), inTitle.cutShort());
        }
        var anywhere = QueryTimeout.run(() -> queries.bodyResults(query, filter), List.<Long>of());
        List<Long> ids = new ArrayList<>(inTitle.value());
        ids.addAll(queries.namedTagResults(query, filter));
        ids.addAll(anywhere.value());
        return SearchResults.of(ids, anywhere.cutShort());
    }
}
