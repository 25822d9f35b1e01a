package askme.search;

import askme.resilience.Bulkhead;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches for questions. It decides which search runs, takes results from the cache, and limits how many searches run at a
 * time and for how long.
 */
@ApplicationScoped
class SearchService {

    /** The order by age; any other value means by relevance. */
    static final String NEWEST = "newest";

    /** Searches that wait hold threads that pages need. */
    private static final int MOST_WAITING = 12;

    private static final TypeReference<SearchResults> RESULTS = new TypeReference<>() {};

    private final RelevanceSearch relevance;
    private final NewestSearch newest;
    private final SearchQueries queries;
    private final OldIndexQueries oldIndex;
    private final IndexState state;
    private final SearchCache cache;
    private final Bulkhead bulkhead;

    SearchService(
            RelevanceSearch relevance,
            NewestSearch newest,
            SearchQueries queries,
            OldIndexQueries oldIndex,
            IndexState state,
            SearchCache cache,
            SearchConfig config) {
        this.relevance = relevance;
        this.newest = newest;
        this.queries = queries;
        this.oldIndex = oldIndex;
        this.state = state;
        this.cache = cache;
        this.bulkhead = new Bulkhead(config.atOnce(), MOST_WAITING, config.timeout());
    }

    /** Runs {@code query}, by age if {@code sort} is {@link #NEWEST}, otherwise by relevance. */
    SearchResults find(SearchQuery query, String sort) {
        boolean byAge = NEWEST.equals(sort);
        String key = "results:" + (byAge ? "newest:" : "") + query.key();
        Optional<SearchResults> cached = cache.get(key, RESULTS);
        if (cached.isPresent()) {
            return cached.get();
        }
        return bulkhead.call(() -> cache.compute(key, () -> search(query, byAge)))
                .orElse(SearchResults.NOT_STARTED);
    }

    /** The words of {@code query} that no search looks for, to explain an empty result. */
    List<String> notSearched(SearchQuery query) {
        return state.filled(IndexTable.QUESTIONS) ? query.ignored() : OldIndexWords.unindexed(query.plain());
    }

    private SearchResults search(SearchQuery query, boolean byAge) {
        Optional<SearchFilter> filter = SearchFilter.of(query);
        if (filter.isEmpty() || query.blank()) {
            return SearchResults.NOTHING;
        }
        if (!state.filled(IndexTable.QUESTIONS)) {
            return inOldIndex(query, filter.get(), byAge);
        }
        if (!query.indexed()) {
            return withoutIndex(query, filter.get());
        }
        return byAge ? newest.search(query, filter.get()) : relevance.search(query, filter.get());
    }

    private SearchResults inOldIndex(SearchQuery query, SearchFilter filter, boolean byAge) {
        if (OldIndexWords.against(query).isEmpty()) {
            return withoutIndex(query, filter);
        }
        var found = QueryTimeout.run(() -> oldIndex.results(query, filter, byAge), List.<Long>of());
        return SearchResults.of(found.value(), found.cutShort());
    }

    /** Results of a query without a word of the index: only a filter, or only signs. */
    private SearchResults withoutIndex(SearchQuery query, SearchFilter filter) {
        var found = QueryTimeout.run(() -> plainResults(query, filter), List.<Long>of());
        return SearchResults.of(found.value(), found.cutShort());
    }

    private List<Long> plainResults(SearchQuery query, SearchFilter filter) {
        if (query.plain().isEmpty()) {
            return queries.filteredResults(filter);
        }
        List<Long> ids = new ArrayList<>(queries.startResults(query, filter));
        ids.addAll(queries.namedTagResults(query, filter));
        return ids;
    }
}
