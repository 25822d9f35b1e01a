package askme.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.search.index.Field;
import askme.search.index.IndexQuery;
import askme.search.index.IndexTable;
import askme.search.index.WordShares;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract of the search's SQL: the same tests for each database that the site supports. */
abstract class SearchQueriesContract {

    private static final int RANDOM_TEXTS = 10_000;
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    /** A new connection to a database that has the site's tables. */
    abstract Connection connect() throws SQLException;

    @Test
    void randomTextNeverCausesAnSqlError() throws SQLException {
        Random random = new Random(33);
        try (Connection database = connect()) {
            for (int i = 0; i < RANDOM_TEXTS; i++) {
                SearchQuery query = SearchQuery.of(SearchFragments.text(random));
                String sql = query.indexed() ? SearchQueries.RESULTS : SearchQueries.START_RESULTS;
                ids(database, sql, parameters(query));
                if (!OldIndexWords.against(query).isEmpty()) {
                    ids(database, OldIndexQueries.BODY_RESULTS, oldParameters(query));
                }
            }
        }
    }

    @Test
    void rawTextCausesAnSqlError() throws SQLException {
        try (Connection database = connect()) {
            Map<String, Object> parameters = Map.of("words", "c++", "most", 1);
            assertThatThrownBy(() -> ids(database, SearchQueries.RESULTS, parameters))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void wordQueriesUseAFullTextIndex() throws SQLException {
        try (Connection database = connect()) {
            for (String sql : List.of(
                    SearchQueries.SUGGESTIONS,
                    SearchQueries.ANSWER_SUGGESTIONS,
                    SearchQueries.SIMILAR,
                    SearchQueries.RESULTS,
                    SearchQueries.NEWEST_RESULTS,
                    SearchQueries.ANSWER_RESULTS,
                    OldIndexQueries.TITLE_SUGGESTIONS,
                    OldIndexQueries.BODY_SUGGESTIONS,
                    OldIndexQueries.TITLE_RESULTS,
                    OldIndexQueries.BODY_RESULTS)) {
                assertThat(column(database, "EXPLAIN " + sql, parameters(SearchQuery.of("word other")), "type"))
                        .as(sql)
                        .contains("fulltext")
                        .doesNotContain("index");
            }
        }
    }

    @Test
    void otherQueriesUseAnIndexRange() throws SQLException {
        try (Connection database = connect()) {
            Map<String, Object> parameters = parameters(SearchQuery.of("c#"));
            assertThat(column(database, "EXPLAIN " + SearchQueries.START_RESULTS, parameters, "key"))
                    .containsExactly("question_visible_title");
            assertThat(column(database, "EXPLAIN " + SearchQueries.TAG_SUGGESTIONS, parameters, "key"))
                    .contains("question_tag_hot", "PRIMARY");
            assertThat(column(database, "EXPLAIN " + SearchQueries.TAG_SUGGESTIONS, parameters, "Extra"))
                    .anyMatch(extra -> String.valueOf(extra).contains("Using index"));
            assertThat(column(database, "EXPLAIN " + PrefixTable.BEST_RATED, Map.of("most", 9), "key"))
                    .contains("question_visible_hot");
        }
    }

    @Test
    void matchesComeBestFirst() throws SQLException {
        try (Connection database = connect()) {
            for (int i = 1; i <= 60; i++) {
                ask(database, "ranking sample", "rankable ".repeat(1 + i * 7 % 60));
            }
            String match = "MATCH (s.words) AGAINST (:words IN BOOLEAN MODE)";
            String sql = "SELECT " + match + " AS score FROM search_question s WHERE " + match + " LIMIT :most";
            String words = SearchQuery.of("rankable")
                    .index()
                    .in(Field.QUESTION, true, WordShares.UNKNOWN)
                    .against(shards(database));
            List<Double> scores = column(database, sql, Map.of("words", words, "most", 40), "score").stream()
                    .map(Double::valueOf)
                    .toList();
            assertThat(scores).hasSize(40).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(scores.get(0)).isGreaterThan(scores.get(39));
        }
    }

    @Test
    void caseAndAccentsAreIgnoredInBothLanguages() throws SQLException {
        try (Connection database = connect()) {
            long english = ask(database, "Zebracafé résumé", "Quoxtext in the body");
            long russian = ask(database, "Зебрасчётчик показаний", "Тело с ТРУБКОЗУБОМ внутри");
            assertThat(find(database, "zebracafe RESUME")).containsExactly(english);
            assertThat(find(database, "QUOXT")).containsExactly(english);
            assertThat(find(database, "зебрасчетчик")).containsExactly(russian);
            assertThat(find(database, "Зебрасчёт")).containsExactly(russian);
            assertThat(find(database, "показаний трубкозуб")).containsExactly(russian);
            assertThat(find(database, "показании зебрасчетчик")).isEmpty();
        }
    }

    @Test
    void phrasesAndExclusionsAreApplied() throws SQLException {
        try (Connection database = connect()) {
            long match = ask(database, "Wombat out of the burrow", "x");
            long other = ask(database, "Burrow of wombat", "x");
            assertThat(find(database, "\"wombat out of the burrow\"")).containsExactly(match);
            assertThat(find(database, "\"burrow of wombat\"")).containsExactly(other);
            assertThat(find(database, "burrow wombat")).contains(match, other);
            assertThat(find(database, "wombat -out")).contains(other).doesNotContain(match);
            assertThat(find(database, "wombat -\"out of\"")).contains(other).doesNotContain(match);
            long chinese = ask(database, "如何喂养鸭嘴兽的幼崽", "x");
            long korean = ask(database, "오리너구리를 돌보는 순서", "x");
            assertThat(find(database, "幼崽")).containsExactly(chinese);
            assertThat(find(database, "\"喂养鸭嘴兽\"")).containsExactly(chinese);
            assertThat(find(database, "\"鸭嘴兽喂养\"")).isEmpty();
            assertThat(find(database, "鸭嘴兽 -幼崽")).isEmpty();
            assertThat(find(database, "너구리")).containsExactly(korean);
        }
    }

    @Test
    void namesAndShortWordsAreFound() throws SQLException {
        try (Connection database = connect()) {
            long dotted = ask(database, "Where is zoo.dotted.key", "x");
            long plain = ask(database, "Where is the zookey", "x");
            long letter = ask(database, "Zebu q", "x");
            assertThat(find(database, "zoo.dotted.key")).containsExactly(dotted);
            assertThat(find(database, "dotted.key zoo")).containsExactly(dotted);
            assertThat(find(database, "zoo-key")).contains(plain);
            assertThat(find(database, "zebu q")).containsExactly(letter);
            assertThat(find(database, "zebu -q")).isEmpty();
        }
    }

    @Test
    void timeLimitEndsAQuery() throws SQLException {
        String sql = LimitedQueries.limited("SELECT id FROM question WHERE SLEEP(20) = 0", Duration.ofMillis(200));
        try (Connection database = connect();
                PreparedStatement slow = database.prepareStatement(sql)) {
            ask(database, "Slow", "slow");
            assertThatThrownBy(slow::executeQuery)
                    .satisfies(failure -> assertThat(QueryTimeout.endedByServer((Exception) failure))
                            .isTrue());
        }
    }

    private static List<Long> find(Connection database, String typed) throws SQLException {
        IndexQuery query = SearchQuery.of(typed).index();
        String words =
                query.in(Field.QUESTION, query.prefixable(), WordShares.UNKNOWN).against(shards(database));
        return ids(database, SearchQueries.RESULTS, Map.of("words", words, "most", 500));
    }

    /** Other tests may have left gaps between the ids. */
    private static List<Integer> shards(Connection database) throws SQLException {
        return column(database, "SELECT DISTINCT shard FROM search_question", Map.of(), "shard").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static Map<String, Object> parameters(SearchQuery query) {
        return parameters(
                query,
                query.index().in(Field.QUESTION, true, WordShares.UNKNOWN).against(List.of(0, 1, 2)));
    }

    private static Map<String, Object> oldParameters(SearchQuery query) {
        return parameters(query, OldIndexWords.against(query));
    }

    private static Map<String, Object> parameters(SearchQuery query, String words) {
        return Map.of(
                "words", words, "start", SearchQueries.startingWith(query.plain()), "tag", 1, "size", 8, "most", 500);
    }

    private static List<Long> ids(Connection database, String sql, Map<String, Object> parameters) throws SQLException {
        return column(database, sql, parameters, "id").stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> column(Connection database, String sql, Map<String, Object> parameters, String column)
            throws SQLException {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        try (PreparedStatement statement = database.prepareStatement(matcher.replaceAll("?"))) {
            for (int i = 0; i < names.size(); i++) {
                statement.setObject(i + 1, parameters.get(names.get(i)));
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(column));
                }
            }
            return values;
        }
    }

    private static long ask(Connection database, String title, String body) throws SQLException {
        try (PreparedStatement member =
                database.prepareStatement("INSERT INTO member (id, email, nickname, password_hash, joined_at)"
                        + " VALUES (999999999, 'search@x', 'search-sql', '', NOW()) ON DUPLICATE KEY UPDATE id = id")) {
            member.executeUpdate();
        }
        String sql =
                "INSERT INTO question (author_id, title, body, excerpt, asked_at) VALUES (999999999, ?, ?, '', NOW())";
        try (PreparedStatement insert = database.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, title);
            insert.setString(2, body);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                long id = keys.getLong(1);
                IndexTable.QUESTIONS.put(database, IndexTable.question(id, title, body, null));
                return id;
            }
        }
    }
}
