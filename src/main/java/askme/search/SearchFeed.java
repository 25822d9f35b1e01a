package askme.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The search's SQL. InnoDB hands out the matches of a full-text query best first, and fetching their rows is what costs:
 * some microseconds each, against one for finding them. So the inner queries stop at a number of candidates without an
 * ORDER BY, which would fetch all of them; the outer ones put these few in order. Their EXPLAIN is tested.
 */
@ApplicationScoped
class SearchFeed {

    /** Results that are paged through; who needs more needs better words. */
    static final int MOST_RESULTS = 500;

    /** With so many titles that hold all of it, the bodies are not asked: it would be the dearest of queries. */
    static final int ENOUGH_TITLES = 200;

    /** Candidates that a drop-down picks the best rated of. */
    static final int MOST_CANDIDATES = 200;

    /** Up to here all matches are fetched and sorted by age; above, it is shorter to walk from the newest question. */
    static final int MANY = 5000;

    /** The walk ends with so many. */
    static final int MOST_NEWEST = 200;

    private static final String IN_TITLE = "MATCH (q.title) AGAINST (:words IN BOOLEAN MODE)";
    private static final String FILTER = "/*filter*/";
    private static final String ANYWHERE = "MATCH (q.title, q.body) AGAINST (:words IN BOOLEAN MODE)";

    /** The filter stands outside: within, a filter that little passes would have all matches fetched, at each key. */
    private static final String SUGGESTED = """
            SELECT q.id, q.title, q.answer_count, q.accepted_answer_id
            FROM (%s) page
            JOIN question q ON q.id = page.id
            WHERE 1 = 1/*filter*/
            """;

    static final String TITLE_SUGGESTIONS = SUGGESTED.formatted(candidates(IN_TITLE))
            + "ORDER BY (q.title LIKE :start ESCAPE '!') DESC, q.rating DESC, q.id DESC LIMIT :size";
    static final String BODY_SUGGESTIONS =
            SUGGESTED.formatted(candidates(ANYWHERE)) + "ORDER BY q.rating DESC, q.id DESC LIMIT :size";
    static final String START_SUGGESTIONS =
            SUGGESTED.formatted("SELECT q.id FROM question q WHERE q.title LIKE :start ESCAPE '!' LIMIT :most")
                    + "ORDER BY q.rating DESC, q.id DESC LIMIT :size";
    static final String SIMILAR = SUGGESTED.formatted(
                    "SELECT q.id, " + IN_TITLE + " AS score FROM question q WHERE " + IN_TITLE + " LIMIT :most")
            + "ORDER BY page.score DESC, q.rating DESC, q.id DESC LIMIT :size";
    static final String CHOSEN = SUGGESTED.formatted("SELECT id FROM question WHERE id IN (:ids)");

    static final String TITLE_RESULTS = candidates(IN_TITLE + FILTER);

    /** A word in the title weighs {@link #TITLE_WEIGHT} times one in the body. */
    static final String BODY_RESULTS = """
            SELECT q.id FROM (
              SELECT q.id, %1$s AS score FROM question q WHERE %1$s/*filter*/ LIMIT :most
            ) page
            JOIN question q ON q.id = page.id
            ORDER BY :weight * MATCH (q.title) AGAINST (:wishes IN BOOLEAN MODE) + page.score DESC, q.id DESC""".formatted(ANYWHERE);

    private static final int TITLE_WEIGHT = 3;

    static final String BODY_MATCHES = candidates(ANYWHERE + FILTER);

    /** Times one, the MATCH is a filter on rows that come by age; bare, it would be the access path. */
    static final String NEWEST_RESULTS =
            "SELECT q.id FROM question q WHERE " + ANYWHERE + " * 1 > 0/*filter*/ ORDER BY q.id DESC LIMIT :most";

    static final String START_RESULTS =
            "SELECT q.id FROM question q WHERE q.title LIKE :start ESCAPE '!'/*filter*/ LIMIT :most";
    static final String FILTERED_RESULTS =
            "SELECT q.id FROM question q WHERE 1 = 1/*filter*/ ORDER BY q.id DESC LIMIT :most";

    private final Session database;
    private final int timeoutSeconds;

    SearchFeed(Session database, SearchConfig config) {
        this.database = database;
        this.timeoutSeconds = (int) Math.max(1, config.timeout().toSeconds());
    }

    private static String candidates(String match) {
        return "SELECT q.id FROM question q WHERE " + match + " LIMIT :most";
    }

    /** Questions for a drop-down. */
    List<Suggestion> titleSuggestions(SearchQuery query, Filter filter, int size) {
        return suggestions(filter.in(TITLE_SUGGESTIONS), query.against(), filter, size)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    List<Suggestion> bodySuggestions(SearchQuery query, Filter filter, int size) {
        return suggestions(filter.in(BODY_SUGGESTIONS), query.against(), filter, size)
                .list();
    }

    List<Suggestion> startSuggestions(SearchQuery query, Filter filter, int size) {
        return suggestions(filter.in(START_SUGGESTIONS), null, filter, size)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    /** Questions whose titles share words with {@code wishes}, those with the rarest first. */
    List<Suggestion> similar(String wishes, int size) {
        return suggestions(SIMILAR, wishes, Filter.NONE, size).list();
    }

    /** The questions of these ids that still exist, in this order. */
    List<Suggestion> chosen(List<Long> ids) {
        return rows(CHOSEN).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(found -> ids.indexOf(found.id())))
                .toList();
    }

    /** The ids of the questions with all of it in the title, best first, at most {@link #ENOUGH_TITLES}. */
    List<Long> titleResults(SearchQuery query, Filter filter) {
        return ids(filter.in(TITLE_RESULTS), query.against(), filter, ENOUGH_TITLES)
                .list();
    }

    /** The ids of the questions with all of it in title or body, best first, at most {@link #MOST_RESULTS}. */
    List<Long> bodyResults(SearchQuery query, Filter filter) {
        return ids(filter.in(BODY_RESULTS), query.against(), filter, MOST_RESULTS)
                .setParameter("wishes", query.wishes())
                .setParameter("weight", TITLE_WEIGHT)
                .list();
    }

    /** The ids of the newest questions with all of it in title or body. */
    List<Long> newestResults(SearchQuery query, Filter filter) {
        List<Long> matches =
                ids(filter.in(BODY_MATCHES), query.against(), filter, MANY).list();
        if (matches.size() < MANY) {
            return matches.stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(MOST_RESULTS)
                    .toList();
        }
        return ids(filter.in(NEWEST_RESULTS), query.against(), filter, MOST_NEWEST)
                .list();
    }

    List<Long> startResults(SearchQuery query, Filter filter) {
        return ids(filter.in(START_RESULTS), null, filter, MOST_RESULTS)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    List<Long> filteredResults(Filter filter) {
        return ids(filter.in(FILTERED_RESULTS), null, filter, MOST_RESULTS).list();
    }

    private NativeQuery<Suggestion> suggestions(String sql, String words, Filter filter, int size) {
        NativeQuery<Suggestion> query = rows(sql);
        bind(query, words, filter, MOST_CANDIDATES);
        return query.setParameter("size", size);
    }

    private NativeQuery<Suggestion> rows(String sql) {
        return database.createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("answer_count", Integer.class)
                .addScalar("accepted_answer_id", Long.class)
                .setTimeout(timeoutSeconds)
                .setTupleTransformer((row, names) ->
                        Suggestion.of((Long) row[0], (String) row[1], (Integer) row[2], row[3] != null));
    }

    private NativeQuery<Long> ids(String sql, String words, Filter filter, int most) {
        NativeQuery<Long> query = database.createNativeQuery(sql, Long.class);
        query.addScalar("id", Long.class).setTimeout(timeoutSeconds);
        bind(query, words, filter, most);
        return query;
    }

    private static void bind(NativeQuery<?> query, String words, Filter filter, int most) {
        query.setParameter("most", most);
        if (words != null) {
            query.setParameter("words", words);
        }
        filter.bind(query);
    }

    /** A LIKE pattern for titles that begin with {@code text}; {@code !} escapes. */
    static String startingWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
