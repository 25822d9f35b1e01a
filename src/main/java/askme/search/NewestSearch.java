package askme.search;

import askme.search.index.Field;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds questions by age, the newest first. A later question has a higher id. */
@ApplicationScoped
class NewestSearch {

    private final SearchQueries queries;
    private final IndexState state;

    NewestSearch(SearchQueries queries, IndexState state) {
        this.queries = queries;
        this.state = state;
    }

    /** Runs {@code query}, which has words of the index. After the time limit only titles are searched. */
    SearchResults search(SearchQuery query, SearchFilter filter) {
        var nothing = List.<SearchQueries.Match>of();
        var found = QueryTimeout.run(() -> queries.newestResults(query, filter), nothing);
        if (found.cutShort()) {
            var titles = QueryTimeout.run(() -> queries.results(query, Field.TITLE, true, filter), nothing);
            return SearchResults.of(ids(titles.value()), true).newestFirst();
        }
        List<Long> ids = new ArrayList<>(ids(found.value()));
        ids.addAll(queries.namedTagResults(query, filter));
        int missing = SearchQueries.MOST_RESULTS - ids.size();
        var inAnswers = missing > 0 && state.filled(IndexTable.ANSWERS)
                ? QueryTimeout.run(() -> queries.answerResults(query, filter, missing), nothing)
                : new QueryTimeout.Outcome<>(nothing, false);
        return SearchResults.of(ids, inAnswers.value(), inAnswers.cutShort()).newestFirst();
    }

    private static List<Long> ids(List<SearchQueries.Match> matches) {
        return matches.stream().map(SearchQueries.Match::id).toList();
    }
}
