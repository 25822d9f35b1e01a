package askme.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that a search found. The cache stores it as JSON.
 *
 * @param ids the questions in their order, at most {@link SearchQueries#MOST_RESULTS}
 * @param more whether more questions may match
 * @param cutShort whether the time limit ended the search, so that questions may be missing
 * @param answers for a question that matches only in an answer: the id of this answer
 */
@RegisterForReflection
record SearchResults(List<Long> ids, boolean more, boolean cutShort, Map<Long, Long> answers) {

    static final SearchResults NOTHING = new SearchResults(List.of(), false, false, Map.of());

    /** The result of a search that could not start within the time limit, because too many others ran. */
    static final SearchResults NOT_STARTED = new SearchResults(List.of(), false, true, Map.of());

    /** An entry that a process of the previous version cached has no {@code answers}. */
    SearchResults {
        answers = answers == null ? Map.of() : answers;
    }

    /** The first {@link SearchQueries#MOST_RESULTS} of {@code ids}, without duplicates. */
    static SearchResults of(Collection<Long> ids, boolean cutShort) {
        return of(ids, List.of(), cutShort);
    }

    /** First the questions {@code ids}, then those that match in an answer. */
    static SearchResults of(Collection<Long> ids, List<SearchQueries.Match> inAnswers, boolean cutShort) {
        Map<Long, Long> answers = new LinkedHashMap<>();
        inAnswers.forEach(match -> answers.putIfAbsent(match.id(), match.answer()));
        answers.keySet().removeAll(ids);
        List<Long> all = new ArrayList<>(ids);
        all.addAll(answers.keySet());
        return limited(all, answers, cutShort);
    }

    /** The same results with the newest question first. */
    SearchResults newestFirst() {
        return new SearchResults(
                ids.stream().sorted((a, b) -> Long.compare(b, a)).toList(), more, cutShort, answers);
    }

    private static SearchResults limited(List<Long> all, Map<Long, Long> answers, boolean cutShort) {
        List<Long> first =
                all.stream().distinct().limit(SearchQueries.MOST_RESULTS).toList();
        return new SearchResults(first, first.size() == SearchQueries.MOST_RESULTS, cutShort, answers);
    }
}
