package askme.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/**
 * The search in the FULLTEXT indexes of {@code V5__search.sql}, which an upgraded site uses until the index of V18 is full. A
 * later version will drop these indexes and this class.
 */
@ApplicationScoped
class OldIndexQueries {

    private static final String IN_TITLE = "MATCH (q.title) AGAINST (:words IN BOOLEAN MODE)";
    private static final String ANYWHERE = "MATCH (q.title, q.body) AGAINST (:words IN BOOLEAN MODE)";

    static final String TITLE_SUGGESTIONS = suggested(IN_TITLE);
    static final String BODY_SUGGESTIONS = suggested(ANYWHERE);
    static final String TITLE_RESULTS = results(IN_TITLE);
    static final String BODY_RESULTS = results(ANYWHERE);

    private final LimitedQueries queries;

    OldIndexQueries(Session hibernate, SearchConfig config) {
        this.queries = new LimitedQueries(hibernate, config.timeout());
    }

    private static String suggested(String match) {
        return SearchQueries.SUGGESTED.formatted(
                        "SELECT q.id FROM question q WHERE q.hidden = 0 AND " + match + " LIMIT :most")
                + SearchQueries.BEST_FIRST;
    }

    private static String results(String match) {
        return "SELECT q.id FROM question q WHERE q.hidden = 0 AND " + match + "/*filter*/ LIMIT :most";
    }

    /** Questions with all words in the title, then those with the words in the text. */
    List<Suggestion> suggestions(SearchQuery query, SearchFilter filter) {
        List<Suggestion> found = new ArrayList<>();
        String words = OldIndexWords.against(query);
        if (!words.isEmpty()) {
            found.addAll(suggestions(TITLE_SUGGESTIONS, words, query, filter));
            if (found.size() < Suggestions.MOST) {
                found.addAll(suggestions(BODY_SUGGESTIONS, words, query, filter));
            }
        }
        return found;
    }

    /** Questions whose titles share words with the query. */
    List<Suggestion> similar(SearchQuery query) {
        String words = OldIndexWords.anyOf(query);
        return words.isEmpty() ? List.of() : suggestions(TITLE_SUGGESTIONS, words, query, SearchFilter.NONE);
    }

    /** The ids of questions with all words, those with the words in the title first, or by age. */
    List<Long> results(SearchQuery query, SearchFilter filter, boolean byAge) {
        String words = OldIndexWords.against(query);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Long> found = new ArrayList<>(ids(TITLE_RESULTS, words, filter));
        if (found.size() < SearchQueries.MOST_RESULTS) {
            found.addAll(ids(BODY_RESULTS, words, filter));
        }
        return byAge ? found.stream().sorted(Comparator.reverseOrder()).toList() : found;
    }

    private List<Suggestion> suggestions(String sql, String words, SearchQuery query, SearchFilter filter) {
        var found = queries.hits(filter.in(sql))
                .setParameter("words", words)
                .setParameter("start", SearchQueries.startingWith(query.plain()))
                .setParameter("most", SearchQueries.MOST_CANDIDATES)
                .setParameter("size", Suggestions.MOST);
        filter.bind(found);
        return found.list().stream().map(Hit::suggestion).toList();
    }

    private List<Long> ids(String sql, String words, SearchFilter filter) {
        var found = queries.ids(filter.in(sql));
        found.setParameter("words", words).setParameter("most", SearchQueries.MOST_RESULTS);
        filter.bind(found);
        return found.list();
    }
}
