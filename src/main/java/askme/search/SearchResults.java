package askme.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.List;

/**
 * The questions that a search found. The cache stores it as JSON.
 *
 * @param ids the questions in their order, at most {@link SearchQueries#MOST_RESULTS}
 * @param more whether more questions may match
 * @param cutShort whether the time limit ended the search, so that questions may be missing
 */
@RegisterForReflection
record SearchResults(List<Long> ids, boolean more, boolean cutShort) {

    static final SearchResults NOTHING = new SearchResults(List.of(), false, false);

    /** The result of a search that could not start within the time limit, because too many others ran. */
    static final SearchResults NOT_STARTED = new SearchResults(List.of(), false, true);

    /** The first {@link SearchQueries#MOST_RESULTS} of {@code ids}, without duplicates. */
    static SearchResults of(Collection<Long> ids, boolean cutShort) {
        List<Long> first =
                ids.stream().distinct().limit(SearchQueries.MOST_RESULTS).toList();
        return new SearchResults(first, first.size() == SearchQueries.MOST_RESULTS, cutShort);
    }
}
