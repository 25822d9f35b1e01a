package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Visitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The workers are killed between two batches of a merge of questions, of a merge of tags and of a rename. Each goes on and ends, and all counters
 * are right.
 */
@Tag("full")
@Tag("crash")
@Timeout(900)
class KilledMergesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BATCH = 50;
    private static final int ANSWERS = 120;

    /** A row of the second batch. */
    private static final int BLOCKED = 70;

    private Deployment site;
    private Visitor moderator;

    @Test
    void mergesGoOnAfterKill() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent(), "no nginx here");
        try (Deployment deployed = new Deployment(nginx.get())) {
            site = deployed;
            Programs.Result filled = site.command("fill-db", "60", "--yes-production");
            assertThat(filled.code()).as(filled.output()).isZero();
            Visitor member = Visitor.guestAt(site.address).signUp(Visitor.unique("merger"));
            change("UPDATE member SET moderator = 1 WHERE nickname = '" + member.nickname() + "'");
            moderator = Visitor.guestAt(site.address).signIn(member.nickname());

            questions();
            tag("merge");
            tag("rename");

            Programs.Result counted = site.command("reconcile", "--check");
            assertThat(counted.code()).as(counted.output()).isZero();
        }
    }

    private void questions() throws Exception {
        long from = moderator.ask("Which question is merged?", "Its answers move.", "merged");
        long into = moderator.ask("Where do the answers go?", "To this one.", "merged");
        change("INSERT INTO answer (question_id, author_id, body, answered_at) SELECT " + from
                + ", 1, CONCAT('Answer ', id), UTC_TIMESTAMP(6) FROM answer ORDER BY id LIMIT " + ANSWERS);
        assertThat(site.command("reconcile").code()).isZero();
        post("/question/" + from + "/close", "reason", "duplicate", "of", String.valueOf(into));
        String left = "SELECT COUNT(*) FROM answer WHERE question_id = " + from;
        String blocked = "SELECT id FROM answer WHERE question_id = " + from + " ORDER BY id LIMIT 1 OFFSET " + BLOCKED;

        killBetweenBatches("answer", blocked, left, ANSWERS - BATCH, () -> post("/question/" + from + "/merge"));

        await().atMost(PATIENCE)
                .until(() -> site.number("SELECT COUNT(*) FROM closed_question WHERE merge_ended_at IS NOT NULL"
                                + " AND question_id = " + from)
                        == 1);
        assertThat(site.number(left)).isZero();
        assertThat(site.number("SELECT COUNT(*) FROM answer WHERE question_id = " + into))
                .isEqualTo(ANSWERS);
    }

    private void tag(String act) throws Exception {
        String most = " FROM tag WHERE question_count > " + (BLOCKED + 1) + " ORDER BY question_count LIMIT 1";
        long tag = site.number("SELECT id" + most);
        String name = text("SELECT name" + most);
        long questions = site.number("SELECT question_count FROM tag WHERE id = " + tag);
        assertThat(questions).as("questions of a tag").isGreaterThan(BLOCKED);
        String left = "SELECT COUNT(*) FROM question_tag WHERE tag_id = " + tag;
        String blocked = "SELECT question_id FROM question_tag WHERE tag_id = " + tag
                + " ORDER BY question_id LIMIT 1 OFFSET " + BLOCKED;
        String field = act.equals("merge") ? "into" : "name";
        String target = act.equals("merge") ? "merged" : "renamed-tag";

        killBetweenBatches(
                "question",
                blocked,
                left,
                questions - BATCH,
                () -> post("/tag/" + name + "/" + act, field, target, "confirmed", "yes"));

        await().atMost(PATIENCE)
                .until(() ->
                        site.number("SELECT COUNT(*) FROM tag_merge WHERE ended_at IS NOT NULL AND from_id = " + tag)
                                == 1);
        assertThat(site.number("SELECT COUNT(*) FROM tag WHERE id = " + tag)).isZero();
        assertThat(site.number("SELECT question_count FROM tag WHERE name = '" + target + "'"))
                .isGreaterThanOrEqualTo(questions);
    }

    /** Holds the lock of a row of the second batch until the first batch is committed and all workers were killed. */
    private void killBetweenBatches(String table, String row, String left, long expected, Runnable begin)
            throws Exception {
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SELECT id FROM " + table + " WHERE id = " + site.number(row) + " FOR UPDATE");
            begin.run();
            await().atMost(PATIENCE).until(() -> site.number(left) == expected);
            await().atMost(PATIENCE)
                    .until(() -> site.number(
                                    "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                            > 0);
            for (Deployment.Node worker : site.all("worker")) {
                site.kill(worker);
            }
            assertThat(site.number(left)).as("nothing of the second batch").isEqualTo(expected);
            connection.rollback();
        }
    }

    private void post(String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("csrf-token", moderator.csrfToken()));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        moderator.post(path, form);
        assertThat(moderator.last().status()).as(path).isEqualTo(200);
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
