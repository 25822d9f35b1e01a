package askme.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds questions by age, the newest first. A later question has a higher id. */
@ApplicationScoped
class NewestSearch {

    private final SearchQueries queries;

    NewestSearch(SearchQueries queries) {
        this.queries = queries;
    }

    /** Runs {@code query}, which has words of the index. After the time limit only titles are searched. */
    SearchResults search(SearchQuery query, SearchFilter filter) {
        var anywhere = QueryTimeout.run(() -> anywhere(query, filter), List.<Long>of());
        if (!anywhere.cutShort()) {
            return SearchResults.of(newestFirst(anywhere.value()), false);
        }
        var inTitle = QueryTimeout.run(() -> queries.titleResults(query, filter), List.<Long>of());
        return new SearchResults(newestFirst(inTitle.value()), true, true);
    }

    private List<Long> anywhere(SearchQuery query, SearchFilter filter) {
        List<Long> ids = new ArrayList<>(queries.newestResults(query, filter));
        ids.addAll(queries.namedTagResults(query, filter));
        return ids;
    }

    private static List<Long> newestFirst(List<Long> ids) {
        return ids.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
