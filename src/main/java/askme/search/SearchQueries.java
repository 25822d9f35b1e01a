package askme.search;

import askme.database.Row;
import askme.search.index.Field;
import askme.search.index.IndexQuery;
import askme.search.index.IndexSearch;
import askme.search.index.IndexShares;
import askme.search.index.IndexState;
import askme.search.index.IndexTable;
import askme.tag.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The SQL of the search. InnoDB returns the matches of a full-text query best first. Finding a match takes about one
 * microsecond, fetching its row several. So queries read the newest shards first ({@link ShardWalk}), and the inner queries
 * stop at a number of candidates and have no ORDER BY, which would fetch all rows. Tests check the plans (EXPLAIN).
 */
@ApplicationScoped
class SearchQueries {

    /** The highest number of results; a reader who needs more needs better words. */
    static final int MOST_RESULTS = 100;

    /** The number of candidates from which a drop-down shows the best rated. */
    static final int MOST_CANDIDATES = 200;

    /** Several answers may belong to the same question. */
    private static final int ANSWERS_FOR_A_QUESTION = 2;

    private static final String MATCH = "MATCH (s.words) AGAINST (:words IN BOOLEAN MODE)";

    /** The filter is in the outer query. In the inner one, a narrow filter would fetch all matches at each typed key. */
    static final String SUGGESTED = """
            SELECT q.id, q.title, q.answer_count, q.accepted_answer_id, q.closed, q.rating,
                   q.title LIKE :start ESCAPE '!' AS starts, NULL AS answer_id
            FROM (%s) page
            JOIN question q ON q.id = page.id
            WHERE q.hidden = 0/*filter*/
            """;

    static final String BEST_FIRST =
            "ORDER BY q.answer_count > 0 DESC, starts DESC, q.rating DESC, q.id DESC LIMIT :size";

    static final String SUGGESTIONS =
            SUGGESTED.formatted("SELECT s.question_id AS id FROM search_question s WHERE " + MATCH + " LIMIT :most")
                    + BEST_FIRST;
    static final String ANSWER_SUGGESTIONS = SUGGESTED
                    .replace("NULL AS answer_id", "page.answer_id")
                    .formatted("SELECT s.question_id AS id, s.answer_id FROM search_answer s WHERE " + MATCH
                            + " LIMIT :most")
            + BEST_FIRST;
    static final String START_SUGGESTIONS =
            SUGGESTED.formatted("SELECT q.id FROM question q FORCE INDEX (question_visible_title)"
                            + " WHERE q.hidden = 0 AND q.title LIKE :start ESCAPE '!' LIMIT :most")
                    + BEST_FIRST;
    static final String TAG_SUGGESTIONS =
            SUGGESTED.formatted("SELECT question_id AS id FROM question_tag FORCE INDEX (question_tag_hot)"
                            + " WHERE tag_id = :tag ORDER BY rating DESC, question_id DESC LIMIT :most")
                    + "ORDER BY q.rating DESC, q.id DESC LIMIT :size";
    static final String SIMILAR = SUGGESTED.formatted("SELECT s.question_id AS id, " + MATCH
                    + " AS score FROM search_question s WHERE " + MATCH + " LIMIT :most")
            + "ORDER BY page.score DESC, q.rating DESC, q.id DESC LIMIT :size";
    static final String CHOSEN = SUGGESTED.formatted("SELECT id FROM question WHERE id IN (:ids)");

    /** Java ranks the titles: a second MATCH here would rank the titles of all questions. */
    static final String RESULTS = "SELECT STRAIGHT_JOIN q.id, q.title, NULL AS answer_id FROM search_question s"
            + " JOIN question q ON q.id = s.question_id AND q.hidden = 0 WHERE " + MATCH + "/*filter*/ LIMIT :most";

    static final String NEWEST_RESULTS = RESULTS.replace(" LIMIT", " ORDER BY s.question_id DESC LIMIT");
    static final String ANSWER_RESULTS = "SELECT STRAIGHT_JOIN q.id, q.title, s.answer_id FROM search_answer s"
            + " JOIN question q ON q.id = s.question_id AND q.hidden = 0 WHERE " + MATCH + "/*filter*/ LIMIT :most";

    static final String START_RESULTS = "SELECT q.id FROM question q FORCE INDEX (question_visible_title)"
            + " WHERE q.hidden = 0 AND q.title LIKE :start ESCAPE '!'/*filter*/ LIMIT :most";
    static final String FILTERED_RESULTS =
            "SELECT q.id FROM question q WHERE q.hidden = 0/*filter*/ ORDER BY q.id DESC LIMIT :most";

    private final LimitedQueries queries;
    private final IndexState state;
    private final IndexShares shares;

    SearchQueries(Session hibernate, IndexState state, IndexShares shares, SearchConfig config) {
        this.queries = new LimitedQueries(hibernate, config.timeout());
        this.state = state;
        this.shares = shares;
    }

    /** Questions with the words in {@code field}, at most {@code size}, the best first. */
    List<Suggestion> suggestions(SearchQuery query, Field field, boolean prefix, SearchFilter filter, int size) {
        IndexTable table = table(field);
        IndexSearch search = search(query, field, prefix);
        String sql = filter.in(table == IndexTable.ANSWERS ? ANSWER_SUGGESTIONS : SUGGESTIONS);
        return ShardWalk.search(state.shards(table), ShardWalk.first(search), size, shards -> {
                    return hits(sql, query, filter, size)
                            .setParameter("words", search.against(shards))
                            .list();
                })
                .stream()
                .sorted(Hit.BEST_FIRST)
                .map(Hit::suggestion)
                .toList();
    }

    /** Questions whose title begins as typed, the best rated first. */
    List<Suggestion> startSuggestions(SearchQuery query, SearchFilter filter, int size) {
        return hits(filter.in(START_SUGGESTIONS), query, filter, size).list().stream()
                .map(Hit::suggestion)
                .toList();
    }

    /** The best-rated questions of the tag of this id. */
    List<Suggestion> tagSuggestions(long tag, SearchQuery query, SearchFilter filter, int size) {
        return hits(filter.in(TAG_SUGGESTIONS), query, filter, size).setParameter("tag", tag).list().stream()
                .map(Hit::suggestion)
                .toList();
    }

    /** Questions whose titles share words with {@code query}, those with the rarest words first. */
    List<Suggestion> similar(IndexQuery words, SearchQuery query, int size) {
        return hits(SIMILAR, query, SearchFilter.NONE, size)
                .setParameter("words", words.anyOf(Field.TITLE, state.shards(IndexTable.QUESTIONS)))
                .list()
                .stream()
                .map(Hit::suggestion)
                .toList();
    }

    /** The questions of these ids that still exist, in this order. */
    List<Suggestion> chosen(List<Long> ids) {
        return queries.hits(CHOSEN).setParameter("start", "").setParameterList("ids", ids).list().stream()
                .sorted(Comparator.comparingInt(found -> ids.indexOf(found.id())))
                .map(Hit::suggestion)
                .toList();
    }

    /**
     * A post that contains all words.
     *
     * @param id the question's
     * @param answer the answer's id, or 0
     */
    record Match(long id, String title, long answer) {

        private static Match of(Row row) {
            return new Match(row.id("id"), row.text("title"), row.idOrZero("answer_id"));
        }
    }

    /** The questions with the words in {@code field}, at most {@link #MOST_RESULTS}, in each shard the best first. */
    List<Match> results(SearchQuery query, Field field, boolean prefix, SearchFilter filter) {
        IndexSearch search = search(query, field, prefix);
        return results(RESULTS, IndexTable.QUESTIONS, search, filter, ShardWalk.first(search), MOST_RESULTS);
    }

    /** The answers with the words, in each shard the best first: enough for {@code questions} questions, if so many exist. */
    List<Match> answerResults(SearchQuery query, SearchFilter filter, int questions) {
        IndexSearch search = search(query, Field.ANSWER, query.index().prefixable());
        int wanted = Math.min(MOST_RESULTS, ANSWERS_FOR_A_QUESTION * questions);
        return results(ANSWER_RESULTS, IndexTable.ANSWERS, search, filter, ShardWalk.first(search), wanted);
    }

    /** The newest questions with the words, at most {@link #MOST_RESULTS}. */
    List<Match> newestResults(SearchQuery query, SearchFilter filter) {
        IndexSearch search = search(query, Field.QUESTION, query.index().prefixable());
        return results(NEWEST_RESULTS, IndexTable.QUESTIONS, search, filter, ShardWalk.NEWEST, MOST_RESULTS);
    }

    private List<Match> results(
            String sql, IndexTable table, IndexSearch search, SearchFilter filter, int first, int wanted) {
        String filtered = filter.in(sql);
        return ShardWalk.search(state.shards(table), first, wanted, shards -> {
            NativeQuery<Match> found = queries.rows(filtered)
                    .addScalar("id", Long.class)
                    .addScalar("title", String.class)
                    .addScalar("answer_id", Long.class)
                    .setTupleTransformer((values, names) -> Match.of(new Row(values, names)));
            found.setParameter("words", search.against(shards)).setParameter("most", MOST_RESULTS);
            filter.bind(found);
            return found.list();
        });
    }

    /** Whether a word of {@code query} is in few questions. */
    boolean isRare(SearchQuery query) {
        return search(query, Field.QUESTION, query.index().prefixable()).isRare();
    }

    private IndexSearch search(SearchQuery query, Field field, boolean prefix) {
        return query.index().in(field, prefix, shares.of(table(field)));
    }

    /** The ids of questions whose title begins as typed. */
    List<Long> startResults(SearchQuery query, SearchFilter filter) {
        return ids(filter.in(START_RESULTS), filter)
                .setParameter("start", startingWith(query.plain()))
                .list();
    }

    /** The ids of the newest questions that pass the filter. */
    List<Long> filteredResults(SearchFilter filter) {
        return ids(filter.in(FILTERED_RESULTS), filter).list();
    }

    /** The ids of the newest questions of the tag that was typed, see {@link SearchQuery#tagNamed}. */
    List<Long> namedTagResults(SearchQuery query, SearchFilter filter) {
        Optional<Tag> tag = query.tagNamed().flatMap(Tag::named);
        return tag.isEmpty() ? List.of() : filteredResults(filter.and(tag.get().id));
    }

    private static IndexTable table(Field field) {
        return field == Field.ANSWER ? IndexTable.ANSWERS : IndexTable.QUESTIONS;
    }

    private NativeQuery<Hit> hits(String sql, SearchQuery query, SearchFilter filter, int size) {
        NativeQuery<Hit> hits = queries.hits(sql)
                .setParameter("start", startingWith(query.plain()))
                .setParameter("most", MOST_CANDIDATES)
                .setParameter("size", size);
        filter.bind(hits);
        return hits;
    }

    private NativeQuery<Long> ids(String sql, SearchFilter filter) {
        NativeQuery<Long> query = queries.ids(sql).setParameter("most", MOST_RESULTS);
        filter.bind(query);
        return query;
    }

    /** A LIKE pattern for titles that begin with {@code text}; {@code !} is the escape character. */
    static String startingWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
