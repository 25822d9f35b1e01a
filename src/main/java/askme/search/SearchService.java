package askme.search;

import askme.markdown.Excerpt;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.resilience.Bulkhead;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Searches for questions. It decides which search runs, takes results from the cache, and limits how many searches run at a
 * time and for how long.
 */
@ApplicationScoped
class SearchService {

    /** The order by age; any other value means by relevance. */
    static final String NEWEST = "newest";

    static final String CARDS =
            QuestionQueries.CARDS.formatted("SELECT id FROM question WHERE id IN (:ids) LIMIT :size");
    private static final int SNIPPET_CHARACTERS = 240;

    /** Searches that wait hold threads that pages need. */
    private static final int MOST_WAITING = 8;

    private static final TypeReference<SearchResults> RESULTS = new TypeReference<>() {};

    private final RelevanceSearch relevance;
    private final NewestSearch newest;
    private final SearchQueries queries;
    private final QuestionQueries questions;
    private final SearchCache cache;
    private final Bulkhead bulkhead;

    SearchService(
            RelevanceSearch relevance,
            NewestSearch newest,
            SearchQueries queries,
            QuestionQueries questions,
            SearchCache cache,
            SearchConfig config) {
        this.relevance = relevance;
        this.newest = newest;
        this.queries = queries;
        this.questions = questions;
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

    private SearchResults search(SearchQuery query, boolean byAge) {
        Optional<SearchFilter> filter = SearchFilter.of(query);
        if (filter.isEmpty() || query.blank()) {
            return SearchResults.NOTHING;
        }
        if (!query.indexed()) {
            return withoutIndex(query, filter.get());
        }
        return byAge ? newest.search(query, filter.get()) : relevance.search(query, filter.get());
    }

    /** Results of a query without a word of the index ({@code c#}, or only a filter). */
    private SearchResults withoutIndex(SearchQuery query, SearchFilter filter) {
        var found = QueryTimeout.run(
                () -> query.plain().isEmpty() ? queries.filteredResults(filter) : plainResults(query, filter),
                List.<Long>of());
        return SearchResults.of(found.value(), found.cutShort());
    }

    /** Titles that begin as typed, then the questions of a tag with that name. */
    private List<Long> plainResults(SearchQuery query, SearchFilter filter) {
        List<Long> ids = new ArrayList<>(queries.startResults(query, filter));
        ids.addAll(queries.namedTagResults(query, filter));
        return ids;
    }

    /** The cards of {@code ids} in this order, each with the part of its text that contains the words. */
    List<QuestionCard> cards(List<Long> ids, SearchQuery query, long reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, String> snippets = queries.bodies(ids).stream()
                .collect(Collectors.toMap(SearchQueries.Body::id, body -> snippet(body, query)));
        return questions.cards(CARDS, reader).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(card -> ids.indexOf(card.id())))
                .map(card -> card.withExcerpt(snippets.getOrDefault(card.id(), card.excerpt())))
                .toList();
    }

    private static String snippet(SearchQueries.Body body, SearchQuery query) {
        return query.marks().snippet(Excerpt.plain(body.markdown()), SNIPPET_CHARACTERS);
    }
}
