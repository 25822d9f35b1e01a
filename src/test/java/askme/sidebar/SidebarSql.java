package askme.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares the sidebar's SQL with a second computation that is too simple to be wrong. Runs on each supported database. The
 * posts are of the year 2001, in which no other test writes.
 */
abstract class SidebarSql {

    private static final LocalDateTime NOW = LocalDateTime.parse("2001-05-31T12:00:00");

    /** Three days before the tags' window begins. Many questions are near this moment, so an error of one day is found. */
    private static final LocalDateTime AT_THE_EDGE = LocalDateTime.parse("2001-02-25T12:00:00");

    private static final int MEMBERS = 40;
    private static final int TAGS = 30;
    private static final int QUESTIONS = 400;
    private static final int ANSWERS = 1500;

    private final Random random = new Random(7);
    private final List<Post> posts = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private SidebarQueries queries;

    /** The migrated database under test. */
    abstract AgroalDataSource database();

    private record Post(int author, int rating, LocalDateTime at) {}

    private record Use(int tag, LocalDateTime at) {}

    @BeforeEach
    void writePosts() throws SQLException {
        queries = new SidebarQueries(database(), Clock.fixed(NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        try (Connection connection = database().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int m = 0; m < MEMBERS; m++) {
                sql.addBatch(
                        "INSERT INTO member (id, email, nickname, password_hash, joined_at) VALUES (%d, '%s', '%s', '', '%s')"
                                .formatted(memberId(m), nickname(m) + "@x.org", nickname(m), NOW));
            }
            for (int t = 0; t < TAGS; t++) {
                sql.addBatch("INSERT INTO tag (id, name) VALUES (%d, '%s')".formatted(tagId(t), tag(t)));
            }
            for (int q = 0; q < QUESTIONS; q++) {
                question(sql, q);
            }
            for (int a = 0; a < ANSWERS; a++) {
                Post post = post(NOW.minusHours(random.nextInt(24 * 20)));
                sql.addBatch(
                        "INSERT INTO answer (question_id, author_id, body, answered_at, rating) VALUES (%d, %d, 'b', '%s', %d)"
                                .formatted(
                                        questionId(random.nextInt(QUESTIONS)),
                                        memberId(post.author),
                                        post.at,
                                        post.rating));
            }
            sql.executeBatch();
            connection.commit();
        }
    }

    @AfterEach
    void removePosts() throws SQLException {
        remove("question", questionId(0), questionId(QUESTIONS));
        remove("tag", tagId(0), tagId(TAGS));
        remove("member", memberId(0), memberId(MEMBERS));
    }

    private void remove(String table, long from, long to) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("DELETE FROM %s WHERE id >= %d AND id < %d".formatted(table, from, to));
            // The next id follows the largest id again: other tests list all ids up to it.
            sql.execute("ALTER TABLE %s AUTO_INCREMENT = 1".formatted(table));
        }
    }

    @Test
    void popularTagsEqualASimpleCount() {
        LocalDateTime since = LocalDateTime.parse("2001-02-28T12:00:00");
        Map<String, Long> counted = uses.stream()
                .filter(u -> !u.at.isBefore(since))
                .collect(Collectors.groupingBy(u -> tag(u.tag), Collectors.counting()));
        assertThat(queries.tags().stream().map(t -> t.name() + "=" + t.questions()))
                .hasSize(SidebarQueries.SHOWN)
                .containsExactlyElementsOf(best(counted));
    }

    @Test
    void bestMembersEqualASimpleSum() {
        LocalDateTime since = NOW.minusDays(7);
        Map<String, Long> summed = new HashMap<>();
        posts.stream()
                .filter(p -> !p.at.isBefore(since))
                .forEach(p -> summed.merge(nickname(p.author), (long) p.rating, Long::sum));
        assertThat(queries.members().stream().map(b -> b.member().nickname() + "=" + b.gained()))
                .hasSize(SidebarQueries.SHOWN)
                .containsExactlyElementsOf(best(summed));
    }

    @Test
    void queriesReadOnlyTheIndexOfTheWindow() throws SQLException {
        assertThat(plan(SidebarQueries.TAGS))
                .contains("question_visible_recent Using index", "question_tag_question Using index");
        assertThat(plan(SidebarQueries.MEMBERS))
                .contains("question_visible_recent Using index", "answer_visible_recent Using index");
    }

    private void question(Statement sql, int q) throws SQLException {
        Post post = post(
                q % 2 == 0 ? NOW.minusHours(random.nextInt(24 * 150)) : AT_THE_EDGE.plusHours(random.nextInt(24 * 6)));
        sql.addBatch(
                "INSERT INTO question (id, author_id, title, body, excerpt, asked_at, rating) VALUES (%d, %d, 't', 'b', 'e', '%s', %d)"
                        .formatted(questionId(q), memberId(post.author), post.at, post.rating));
        int first = random.nextInt(TAGS);
        for (int i = 0; i < random.nextInt(4); i++) {
            int tag = (first + i * 7) % TAGS;
            uses.add(new Use(tag, post.at));
            sql.addBatch("INSERT INTO question_tag (tag_id, question_id) VALUES (%d, %d)"
                    .formatted(tagId(tag), questionId(q)));
        }
    }

    /** Few authors and small ratings, so that there are ties. */
    private Post post(LocalDateTime at) {
        Post post = new Post(random.nextInt(MEMBERS), random.nextInt(5) - 1, at);
        posts.add(post);
        return post;
    }

    private static List<String> best(Map<String, Long> byName) {
        return byName.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(SidebarQueries.SHOWN)
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    private String plan(String sql) throws SQLException {
        String moment = "'" + Instant.parse("2001-05-01T00:00:00Z").toString().replace("Z", "") + "'";
        String filled = sql.replace("LIMIT ?", "LIMIT 10").replace("?", moment);
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + filled)) {
            while (rows.next()) {
                String extra = String.valueOf(rows.getString("Extra"));
                plan.append(rows.getString("key"))
                        .append(extra.contains("Using index") ? " Using index" : "")
                        .append('\n');
            }
        }
        return plan.toString();
    }

    private static long memberId(int m) {
        return 9_000_000_000L + m;
    }

    private static long tagId(int t) {
        return 9_000_000_000L + t;
    }

    private static long questionId(int q) {
        return 9_000_000_000L + q;
    }

    private static String nickname(int m) {
        return "sidebar%02d".formatted(m);
    }

    private static String tag(int t) {
        return "sidebar%02d".formatted(t);
    }
}
