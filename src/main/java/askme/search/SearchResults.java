package askme.search;

import askme.markdown.Excerpt;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.resilience.Bulkhead;
import askme.tag.Tag;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The results of a search: which questions, and the cards of one page of them. */
@ApplicationScoped
class SearchResults {

    /** The order by age; any other value is by relevance. */
    static final String NEWEST = "newest";

    static final String CARDS =
            QuestionQueries.CARDS.formatted("SELECT id FROM question WHERE id IN (:ids) LIMIT :size");
    static final String BODIES = "SELECT id, body FROM question WHERE id IN (:ids)";
    private static final int SNIPPET_CHARACTERS = 240;
    private static final TypeReference<Found> FOUND = new TypeReference<>() {};

    private final Session database;
    private final SearchQueries feed;
    private final QuestionQueries questions;
    private final SearchCache cache;
    private final Bulkhead turns;

    SearchResults(
            Session database, SearchQueries feed, QuestionQueries questions, SearchCache cache, SearchConfig config) {
        this.database = database;
        this.feed = feed;
        this.questions = questions;
        this.cache = cache;
        this.turns = new Bulkhead(config.atOnce(), config.timeout());
    }

    /**
     * What a search found.
     *
     * @param ids the questions in their order, at most {@link SearchQueries#MOST_RESULTS}
     * @param more whether there may be more than these
     * @param cutShort whether the time limit ended the search, so that questions may be missing
     */
    @RegisterForReflection
    record Found(List<Long> ids, boolean more, boolean cutShort) {

        static final Found NOTHING = new Found(List.of(), false, false);

        /** So many search that this one was not begun within the time limit. */
        static final Found NO_TURN = new Found(List.of(), false, true);

        static Found of(QueryTimeout.Outcome<List<Long>> outcome) {
            return new Found(outcome.value(), outcome.value().size() >= SearchQueries.MOST_RESULTS, outcome.cutShort());
        }
    }

    /** Runs {@code query}, by age where {@code sort} says so, by relevance otherwise. */
    Found find(SearchQuery query, String sort) {
        boolean newest = NEWEST.equals(sort);
        String key = "results:" + (newest ? "newest:" : "") + query.key();
        return cache.known(key, FOUND)
                .or(() -> turns.call(() -> cache.made(key, () -> SearchFilter.of(query)
                        .map(filter -> newest ? newest(query, filter) : relevant(query, filter))
                        .orElse(Found.NOTHING))))
                .orElse(Found.NO_TURN);
    }

    private Found relevant(SearchQuery query, SearchFilter filter) {
        if (!query.indexed()) {
            return unindexed(query, filter);
        }
        var inTitle = QueryTimeout.with(() -> feed.titleResults(query, filter), List.<Long>of());
        if (inTitle.value().size() >= SearchQueries.MOST_RESULTS || inTitle.cutShort()) {
            return Found.of(inTitle);
        }
        var anywhere = QueryTimeout.with(() -> feed.bodyResults(query, filter), List.<Long>of());
        Set<Long> ids = new LinkedHashSet<>(inTitle.value());
        ids.addAll(tagged(query, filter));
        ids.addAll(anywhere.value());
        List<Long> best = ids.stream().limit(SearchQueries.MOST_RESULTS).toList();
        return new Found(best, best.size() == SearchQueries.MOST_RESULTS, anywhere.cutShort());
    }

    private Found newest(SearchQuery query, SearchFilter filter) {
        if (!query.indexed()) {
            return unindexed(query, filter);
        }
        var anywhere = QueryTimeout.with(
                () -> newestOf(feed.newestResults(query, filter), tagged(query, filter)), List.<Long>of());
        if (!anywhere.cutShort()) {
            return Found.of(anywhere);
        }
        var inTitle = QueryTimeout.with(() -> feed.titleResults(query, filter), List.<Long>of());
        return new Found(
                inTitle.value().stream().sorted(Comparator.reverseOrder()).toList(), true, true);
    }

    /** Both, by age: a later question has a higher id. */
    private static List<Long> newestOf(List<Long> some, List<Long> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(SearchQueries.MOST_RESULTS)
                .toList();
    }

    private Found unindexed(SearchQuery query, SearchFilter filter) {
        if (query.blank()) {
            return Found.NOTHING;
        }
        return Found.of(QueryTimeout.with(
                () -> query.plain().isEmpty() ? feed.filteredResults(filter) : unindexedWords(query, filter),
                List.of()));
    }

    /** Where no word is in the index ({@code c#}): the titles that begin so, then the questions of a tag of that name. */
    private List<Long> unindexedWords(SearchQuery query, SearchFilter filter) {
        Set<Long> ids = new LinkedHashSet<>(feed.startResults(query, filter));
        ids.addAll(tagged(query, filter));
        return ids.stream().limit(SearchQueries.MOST_RESULTS).toList();
    }

    /** The newest questions of the tag that was typed, see {@link SearchQuery#tagNamed}. */
    private List<Long> tagged(SearchQuery query, SearchFilter filter) {
        return query.tagNamed()
                .flatMap(Tag::named)
                .map(tag -> feed.filteredResults(filter.and(tag.id)))
                .orElse(List.of());
    }

    /** The cards of {@code ids} in this order, each with the part of its text where the words are. */
    List<QuestionCard> cards(List<Long> ids, SearchQuery query, long reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, String> snippets = snippets(ids, query);
        return questions.cards(CARDS, reader).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(card -> ids.indexOf(card.id())))
                .map(card -> card.withExcerpt(snippets.getOrDefault(card.id(), card.excerpt())))
                .toList();
    }

    private Map<Long, String> snippets(List<Long> ids, SearchQuery query) {
        List<Object[]> bodies = database.createNativeQuery(BODIES, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("body", String.class)
                .setParameterList("ids", ids)
                .list();
        return bodies.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> query.marks()
                .snippet(Excerpt.plain((String) row[1]), SNIPPET_CHARACTERS)));
    }
}
