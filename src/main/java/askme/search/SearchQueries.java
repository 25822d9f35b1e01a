package askme.search;

import askme.markdown.Highlighter;
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
class SearchQueries {

    /**
     * Results that are paged through; who needs more needs better words. With so many titles that hold all of it, the
     * bodies are not asked: it would be the dearest of queries.
     */
    static final int MOST_RESULTS = 200;

    /** Candidates that a drop-down picks the best rated of. */
    static final int MOST_CANDIDATES = 200;

    /** Up to here all matches are fetched and sorted by age; above, it is shorter to walk from the newest question. */
    static final int MANY = 5000;

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
    static final String TAG_SUGGESTIONS =
            SUGGESTED.formatted("SELECT question_id AS id FROM question_tag FORCE INDEX (question_tag_hot)"
                            + " WHERE tag_id = :tag ORDER BY rating DESC, question_id DESC LIMIT :most")
                    + "ORDER BY q.rating DESC, q.id DESC LIMIT :size";
    static final String SIMILAR = SUGGESTED.formatted(
                    "SELECT q.id, " + IN_TITLE + " AS score FROM question q WHERE " + IN_TITLE + " LIMIT :most")
            + "ORDER BY page.score DESC, q.rating DESC, q.id DESC LIMIT :size";
    static final String CHOSEN = SUGGESTED.formatted("SELECT id FROM question WHERE id IN (:ids)");

    static final String TITLE_RESULTS = candidates(IN_TITLE + FILTER);

    /** The titles are ranked by us: a second MATCH here would rank those of all the questions there are. */
    static final String BODY_RESULTS =
            "SELECT q.id, q.title FROM question q WHERE " + ANYWHERE + FILTER + " LIMIT :most";

    static final String NEWEST_MATCHES = "SELECT page.id, COUNT(*) OVER () AS matches FROM ("
            + candidates(ANYWHERE + FILTER) + ") page ORDER BY page.id DESC LIMIT :size";

    /** Times one, the MATCH is a filter on rows that come by age; bare, it would be the access path. */
    static final String NEWEST_RESULTS =
            "SELECT q.id FROM question q WHERE " + ANYWHERE + " * 1 > 0/*filter*/ ORDER BY q.id DESC LIMIT :most";

    static final String START_RESULTS =
            "SELECT q.id FROM question q WHERE q.title LIKE :start ESCAPE '!'/*filter*/ LIMIT :most";
    static final String FILTERED_RESULTS =
            "SELECT q.id FROM question q WHERE 1 = 1/*filter*/ ORDER BY q.id DESC LIMIT :most";

    private final Session database;
    private final int timeoutSeconds;

    SearchQueries(Session database, SearchConfig config) {
        this.database = database;
        this.timeoutSeconds = (int) Math.max(1, config.timeout().toSeconds());
    }

    private static String candidates(String match) {
        return "SELECT q.id FROM question q WHERE " + match + " LIMIT :most";
    }

    /** Questions for a drop-down. */
    List<Suggestion> titleSuggestions(SearchQuery query, SearchFilter filter, int size) {
        return suggestions(filter.in(TITLE_SUGGESTIONS), query.against(), filter, size)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    List<Suggestion> bodySuggestions(SearchQuery query, SearchFilter filter, int size) {
        return suggestions(filter.in(BODY_SUGGESTIONS), query.against(), filter, size)
                .list();
    }

    List<Suggestion> startSuggestions(SearchQuery query, SearchFilter filter, int size) {
        return suggestions(filter.in(START_SUGGESTIONS), null, filter, size)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    /** The best-rated questions of the tag of this id. */
    List<Suggestion> tagSuggestions(long tag, SearchFilter filter, int size) {
        return suggestions(filter.in(TAG_SUGGESTIONS), null, filter, size)
                .setParameter("tag", tag)
                .list();
    }

    /** Questions whose titles share words with {@code wishes}, those with the rarest first. */
    List<Suggestion> similar(String wishes, int size) {
        return suggestions(SIMILAR, wishes, SearchFilter.NONE, size).list();
    }

    /** The questions of these ids that still exist, in this order. */
    List<Suggestion> chosen(List<Long> ids) {
        return rows(CHOSEN).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(found -> ids.indexOf(found.id())))
                .toList();
    }

    /** The ids of the questions with all of it in the title, best first, at most {@link #MOST_RESULTS}. */
    List<Long> titleResults(SearchQuery query, SearchFilter filter) {
        return ids(filter.in(TITLE_RESULTS), query.against(), filter, MOST_RESULTS)
                .list();
    }

    /**
     * The ids of the questions with all of it in title or body, at most {@link #MOST_RESULTS}: those with more of the words
     * in the title first, among these the best as the index ranks them.
     */
    List<Long> bodyResults(SearchQuery query, SearchFilter filter) {
        Highlighter marks = query.marks();
        NativeQuery<Object[]> candidates =
                limited(filter.in(BODY_RESULTS)).addScalar("id", Long.class).addScalar("title", String.class);
        bind(candidates, query.against(), filter, MOST_RESULTS);
        return titlesFirst(candidates.list().stream()
                .map(row -> new Candidate((Long) row[0], marks.count((String) row[1])))
                .toList());
    }

    /**
     * A question that holds all of it.
     *
     * @param titleWords how many words of its title are among those looked for
     */
    record Candidate(long id, int titleWords) {}

    /** The ids by {@link Candidate#titleWords}; what is equal stays in its order. */
    static List<Long> titlesFirst(List<Candidate> bestFirst) {
        return bestFirst.stream()
                .sorted(Comparator.comparingInt(Candidate::titleWords).reversed())
                .map(Candidate::id)
                .toList();
    }

    /** The ids of the newest questions with all of it in title or body, at most {@link #MOST_RESULTS}. */
    List<Long> newestResults(SearchQuery query, SearchFilter filter) {
        NativeQuery<Object[]> newest =
                limited(filter.in(NEWEST_MATCHES)).addScalar("id", Long.class).addScalar("matches", Integer.class);
        bind(newest, query.against(), filter, MANY);
        List<Object[]> rows = newest.setParameter("size", MOST_RESULTS).list();
        if (rows.isEmpty() || (Integer) rows.get(0)[1] < MANY) {
            return rows.stream().map(row -> (Long) row[0]).toList();
        }
        return ids(filter.in(NEWEST_RESULTS), query.against(), filter, MOST_RESULTS)
                .list();
    }

    List<Long> startResults(SearchQuery query, SearchFilter filter) {
        return ids(filter.in(START_RESULTS), null, filter, MOST_RESULTS)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    List<Long> filteredResults(SearchFilter filter) {
        return ids(filter.in(FILTERED_RESULTS), null, filter, MOST_RESULTS).list();
    }

    private NativeQuery<Suggestion> suggestions(String sql, String words, SearchFilter filter, int size) {
        NativeQuery<Suggestion> query = rows(sql);
        bind(query, words, filter, MOST_CANDIDATES);
        return query.setParameter("size", size);
    }

    private NativeQuery<Suggestion> rows(String sql) {
        return limited(sql)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("answer_count", Integer.class)
                .addScalar("accepted_answer_id", Long.class)
                .setTupleTransformer((row, names) ->
                        Suggestion.of((Long) row[0], (String) row[1], (Integer) row[2], row[3] != null));
    }

    private NativeQuery<Object[]> limited(String sql) {
        NativeQuery<Object[]> query = database.createNativeQuery(sql, Object[].class);
        query.setTimeout(timeoutSeconds);
        return query;
    }

    private NativeQuery<Long> ids(String sql, String words, SearchFilter filter, int most) {
        NativeQuery<Long> query = database.createNativeQuery(sql, Long.class);
        query.addScalar("id", Long.class).setTimeout(timeoutSeconds);
        bind(query, words, filter, most);
        return query;
    }

    private static void bind(NativeQuery<?> query, String words, SearchFilter filter, int most) {
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
