package askme.search;

import askme.database.Row;
import askme.markdown.Highlighter;
import askme.tag.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The SQL of the search. InnoDB returns the matches of a full-text query best first. Finding a match takes about one
 * microsecond, fetching its row several. So the inner queries stop at a number of candidates and have no ORDER BY, which
 * would fetch all rows. The outer queries sort these few. Tests check the plans (EXPLAIN).
 */
@ApplicationScoped
class SearchQueries {

    /**
     * The highest number of results; a reader who needs more needs better words. If this many titles match, the bodies
     * are not searched: that would be the slowest query of all.
     */
    static final int MOST_RESULTS = 200;

    /** The number of candidates from which a drop-down shows the best rated. */
    static final int MOST_CANDIDATES = 200;

    /** Up to this number all matches are fetched and sorted by age. With more, reading from the newest question is faster. */
    static final int MANY = 5000;

    private static final String IN_TITLE = "MATCH (q.title) AGAINST (:words IN BOOLEAN MODE)";
    private static final String FILTER = "/*filter*/";
    private static final String ANYWHERE = "MATCH (q.title, q.body) AGAINST (:words IN BOOLEAN MODE)";

    /** The filter is in the outer query. In the inner one, a narrow filter would fetch all matches at each typed key. */
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

    /** Java ranks the titles: a second MATCH here would rank the titles of all questions. */
    static final String BODY_RESULTS =
            "SELECT q.id, q.title FROM question q WHERE " + ANYWHERE + FILTER + " LIMIT :most";

    static final String NEWEST_MATCHES = "SELECT page.id, COUNT(*) OVER () AS matches FROM ("
            + candidates(ANYWHERE + FILTER) + ") page ORDER BY page.id DESC LIMIT :size";

    /** Multiplied by one, MATCH only filters rows that are read by age. Without it, the full-text index would be read. */
    static final String NEWEST_RESULTS =
            "SELECT q.id FROM question q WHERE " + ANYWHERE + " * 1 > 0/*filter*/ ORDER BY q.id DESC LIMIT :most";

    static final String START_RESULTS =
            "SELECT q.id FROM question q WHERE q.title LIKE :start ESCAPE '!'/*filter*/ LIMIT :most";
    static final String FILTERED_RESULTS =
            "SELECT q.id FROM question q WHERE 1 = 1/*filter*/ ORDER BY q.id DESC LIMIT :most";

    static final String BODIES = "SELECT id, body FROM question WHERE id IN (:ids)";

    private final Session hibernate;
    private final int timeoutSeconds;

    SearchQueries(Session hibernate, SearchConfig config) {
        this.hibernate = hibernate;
        this.timeoutSeconds = (int) Math.max(1, config.timeout().toSeconds());
    }

    private static String candidates(String match) {
        return "SELECT q.id FROM question q WHERE " + match + " LIMIT :most";
    }

    /** Questions with all words in the title, those whose title begins as typed first. */
    List<Suggestion> titleSuggestions(SearchQuery query, SearchFilter filter, int size) {
        return suggestions(filter.in(TITLE_SUGGESTIONS), query.against(), filter, size)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    /** Questions with all words in title or body, the best rated first. */
    List<Suggestion> bodySuggestions(SearchQuery query, SearchFilter filter, int size) {
        return suggestions(filter.in(BODY_SUGGESTIONS), query.against(), filter, size)
                .list();
    }

    /** Questions whose title begins as typed, the best rated first. */
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

    /** Questions whose titles share words with {@code anyWords}, those with the rarest words first. */
    List<Suggestion> similar(String anyWords, int size) {
        return suggestions(SIMILAR, anyWords, SearchFilter.NONE, size).list();
    }

    /** The questions of these ids that still exist, in this order. */
    List<Suggestion> chosen(List<Long> ids) {
        return rows(CHOSEN).setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(found -> ids.indexOf(found.id())))
                .toList();
    }

    /** The ids of the questions with all words in the title, best first, at most {@link #MOST_RESULTS}. */
    List<Long> titleResults(SearchQuery query, SearchFilter filter) {
        return ids(filter.in(TITLE_RESULTS), query.against(), filter, MOST_RESULTS)
                .list();
    }

    /**
     * The ids of the questions with all words in title or body, at most {@link #MOST_RESULTS}. Questions with more of the
     * words in the title come first; the index ranks those with equally many.
     */
    List<Long> bodyResults(SearchQuery query, SearchFilter filter) {
        Highlighter marks = query.marks();
        NativeQuery<Title> candidates = limited(filter.in(BODY_RESULTS))
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .setTupleTransformer((values, names) -> Title.of(new Row(values, names)));
        bind(candidates, query.against(), filter, MOST_RESULTS);
        return titlesFirst(candidates.list().stream()
                .map(found -> new Candidate(found.id(), marks.count(found.title())))
                .toList());
    }

    private record Title(long id, String title) {

        static Title of(Row row) {
            return new Title(row.id("id"), row.text("title"));
        }
    }

    /**
     * A question that contains all words.
     *
     * @param titleWords how many words of its title are among the searched words
     */
    record Candidate(long id, int titleWords) {}

    /** The ids by {@link Candidate#titleWords}, most first; equal candidates keep their order. */
    static List<Long> titlesFirst(List<Candidate> bestFirst) {
        return bestFirst.stream()
                .sorted(Comparator.comparingInt(Candidate::titleWords).reversed())
                .map(Candidate::id)
                .toList();
    }

    /** The ids of the newest questions with all words in title or body, at most {@link #MOST_RESULTS}. */
    List<Long> newestResults(SearchQuery query, SearchFilter filter) {
        NativeQuery<Match> newest = limited(filter.in(NEWEST_MATCHES))
                .addScalar("id", Long.class)
                .addScalar("matches", Integer.class)
                .setTupleTransformer((values, names) -> Match.of(new Row(values, names)));
        bind(newest, query.against(), filter, MANY);
        List<Match> found = newest.setParameter("size", MOST_RESULTS).list();
        if (found.isEmpty() || found.get(0).matches < MANY) {
            return found.stream().map(Match::id).toList();
        }
        return ids(filter.in(NEWEST_RESULTS), query.against(), filter, MOST_RESULTS)
                .list();
    }

    /**
     * A question of the newest matches.
     *
     * @param matches the number of all matches, at most {@link #MANY}
     */
    private record Match(long id, int matches) {

        static Match of(Row row) {
            return new Match(row.id("id"), row.number("matches"));
        }
    }

    /** The ids of questions whose title begins as typed. */
    List<Long> startResults(SearchQuery query, SearchFilter filter) {
        return ids(filter.in(START_RESULTS), null, filter, MOST_RESULTS)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    /** The ids of the newest questions that pass the filter. */
    List<Long> filteredResults(SearchFilter filter) {
        return ids(filter.in(FILTERED_RESULTS), null, filter, MOST_RESULTS).list();
    }

    /** The ids of the newest questions of the tag that was typed, see {@link SearchQuery#tagNamed}. */
    List<Long> namedTagResults(SearchQuery query, SearchFilter filter) {
        Optional<Tag> tag = query.tagNamed().flatMap(Tag::named);
        return tag.isEmpty() ? List.of() : filteredResults(filter.and(tag.get().id));
    }

    /** The text of a question, as Markdown. */
    record Body(long id, String markdown) {

        private static Body of(Row row) {
            return new Body(row.id("id"), row.text("body"));
        }
    }

    /** The texts of the questions {@code ids}, in any order. */
    List<Body> bodies(List<Long> ids) {
        return hibernate
                .createNativeQuery(BODIES, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("body", String.class)
                .setTupleTransformer((values, names) -> Body.of(new Row(values, names)))
                .setParameterList("ids", ids)
                .list();
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
                .setTupleTransformer((values, names) -> Suggestion.of(new Row(values, names)));
    }

    private NativeQuery<Object[]> limited(String sql) {
        NativeQuery<Object[]> query = hibernate.createNativeQuery(sql, Object[].class);
        query.setTimeout(timeoutSeconds);
        return query;
    }

    private NativeQuery<Long> ids(String sql, String words, SearchFilter filter, int most) {
        NativeQuery<Long> query = hibernate.createNativeQuery(sql, Long.class);
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

    /** A LIKE pattern for titles that begin with {@code text}; {@code !} is the escape character. */
    static String startingWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
