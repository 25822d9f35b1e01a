package askme.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import askme.database.Jdbc;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filling and repairing the index, the same tests for each database. */
abstract class IndexSweepContract {

    private static final long AUTHOR = 999_999_997;
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private Jdbc jdbc;
    private IndexSweep sweep;

    /** A database that has the site's tables. */
    abstract DataSource database();

    @BeforeEach
    void prepare() throws SQLException {
        jdbc = new Jdbc(database());
        sweep = sweepAt(NOW);
        jdbc.update(
                "INSERT INTO member (id, email, nickname, password_hash, joined_at)"
                        + " VALUES (?, 'sweep@x', 'sweep', '', NOW()) ON DUPLICATE KEY UPDATE id = id",
                AUTHOR);
        run();
    }

    private IndexSweep sweepAt(Instant now) {
        return new IndexSweep(database(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private long ask(String title) throws SQLException {
        jdbc.update(
                "INSERT INTO question (author_id, title, body, excerpt, asked_at) VALUES (?, ?, 'b', '', NOW())",
                AUTHOR,
                title);
        return jdbc.query("SELECT MAX(id) AS id FROM question", row -> row.getLong("id"))
                .get(0);
    }

    /** A comparison of all posts. */
    private long run() throws SQLException {
        return sweep.run(Duration.ZERO, NOW.plusSeconds(60));
    }

    private String words(long question) throws SQLException {
        List<String> words = jdbc.query(
                "SELECT words FROM search_question WHERE question_id = ?", row -> row.getString("words"), question);
        return words.isEmpty() ? "" : words.get(0);
    }

    @Test
    void missingRowsAreAdded() throws SQLException {
        long question = ask("A quagga");
        jdbc.update(
                "INSERT INTO answer (question_id, author_id, body, answered_at) VALUES (?, ?, 'Zebra', NOW())",
                question,
                AUTHOR);
        assertThat(run()).isEqualTo(2);
        assertThat(words(question)).contains("quagga");
        assertThat(jdbc.query(
                        "SELECT words FROM search_answer WHERE question_id = ?",
                        row -> row.getString("words"),
                        question))
                .allMatch(words -> words.contains("zebra"))
                .hasSize(1);
        assertThat(run()).isZero();
    }

    @Test
    void editedPostsAreReplacedAndDeletedOnesRemoved() throws SQLException {
        long edited = ask("A quagga");
        long deleted = ask("A thylacine");
        run();
        jdbc.update("UPDATE question SET title = 'An okapi', edited_at = NOW() WHERE id = ?", edited);
        jdbc.update("DELETE FROM question WHERE id = ?", deleted);
        assertThat(sweep.compare(IndexTable.QUESTIONS, false)).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(words(edited)).contains("okapi").doesNotContain("quagga");
        assertThat(words(deleted)).isEmpty();
        assertThat(sweep.compare(IndexTable.QUESTIONS, false)).isZero();
    }

    @Test
    void interruptedFillContinues() throws SQLException {
        long question = ask("A quagga");
        jdbc.update("UPDATE search_progress SET filled = 0, position = ? WHERE name = 'questions'", question - 1);
        sweep.run(Duration.ZERO, NOW); // no time left
        assertThat(new IndexState(database(), Clock.systemUTC()).filled(IndexTable.QUESTIONS))
                .isFalse();
        run();
        assertThat(new IndexState(database(), Clock.systemUTC()).filled(IndexTable.QUESTIONS))
                .isTrue();
        assertThat(words(question)).contains("quagga");
    }

    @Test
    void newestPostsAreComparedBetweenTheDailyComparisons() throws SQLException {
        long question = ask("A quagga");
        assertThat(sweepAt(NOW.plusSeconds(60)).run(Duration.ofHours(24), NOW.plusSeconds(120)))
                .isEqualTo(1);
        assertThat(words(question)).contains("quagga");
    }

    @Test
    void shardsAndTheSampleAreReadFromAnIndex() throws SQLException {
        for (IndexTable table : IndexTable.values()) {
            assertThat(jdbc.query("EXPLAIN " + table.shards(), row -> row.getString("key")))
                    .containsExactly(table.table + "_shard");
            assertThat(jdbc.query("EXPLAIN " + table.newest(), row -> row.getString("key"), 2_000))
                    .containsExactly("PRIMARY");
        }
    }
}
