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
 * Workers are killed in the middle of a batch while they merge questions and tags and rename a tag. The test locks a row that the batch
 * needs, so the worker waits there when the signal comes. The next worker ends the merge, and nothing is lost or counted twice.
 */
@Tag("full")
@Tag("crash")
@Timeout(900)
class KilledMergesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** More than two batches. */
    private static final int POSTS = 120;

    private static final int BATCH = 50;

    /** A post of the second batch. */
    private static final int LOCKED = 75;

    @Test
    void mergesEndExactlyAlthoughWorkersAreKilled() throws Exception {
        Optional<Path> nginx = Programs.find("nginx");
        assumeTrue(nginx.isPresent(), "no nginx here");
        try (Deployment site = new Deployment(nginx.get())) {
            Visitor asker = Visitor.guestAt(site.address).signUp(Visitor.unique("asker"));
            Visitor answerer = Visitor.guestAt(site.address).signUp(Visitor.unique("answerer"));
            Visitor moderator = moderator(site);
            questions(site, asker, answerer, moderator);
            tags(site, asker, answerer, moderator);
            Programs.Result counted = site.command("reconcile", "--check");
            assertThat(counted.code()).as(counted.output()).isZero();
        }
    }

    private static Visitor moderator(Deployment site) throws SQLException {
        Visitor joined = Visitor.guestAt(site.address).signUp(Visitor.unique("chief"));
        change(site, "UPDATE member SET moderator = 1 WHERE nickname = '" + joined.nickname() + "'");
        return Visitor.guestAt(site.address).signIn(joined.nickname());
    }

    private static void change(Deployment site, String statement) throws SQLException {
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void questions(Deployment site, Visitor asker, Visitor answerer, Visitor moderator) throws Exception {
        long from = asker.ask("What is asked twice?", "The first of them.", "killed");
        long into = asker.ask("What is asked again?", "The second of them.", "killed");
        Visitor late = Visitor.guestAt(site.address).signUp(Visitor.unique("late"));
        for (int i = 0; i < POSTS; i++) {
            (i == LOCKED ? late : answerer).answer(from, "Answer number " + i);
        }
        act(moderator, "/question/" + from + "/close", Map.of("reason", "duplicate", "of", String.valueOf(into)));
        String moved = "SELECT COUNT(*) FROM answer WHERE question_id = " + into;
        // The batch with this author's answer needs the row by which the author follows the other question.
        long author = site.number("SELECT id FROM member WHERE nickname = '" + late.nickname() + "'");
        change(site, "UPDATE question_follow SET question_id = " + into + " WHERE member_id = " + author);
        String lock = "SELECT following FROM question_follow WHERE question_id = " + into + " AND member_id = " + author
                + " FOR UPDATE";
        killInABatch(site, lock, moved, () -> act(moderator, "/question/" + from + "/merge", Map.of()));
        String ended =
                "SELECT COUNT(*) FROM closed_question WHERE merge_ended_at IS NOT NULL AND question_id = " + from;
        await().atMost(PATIENCE).until(() -> site.number(ended) == 1);
        assertThat(site.number(moved)).isEqualTo(POSTS);
        assertThat(site.number("SELECT answer_count FROM question WHERE id = " + into))
                .isEqualTo(POSTS);
        assertThat(site.number("SELECT answer_count FROM question WHERE id = " + from))
                .isZero();
        assertThat(site.number("SELECT answer_count FROM member WHERE nickname = '" + answerer.nickname() + "'"))
                .isEqualTo(POSTS - 1);
        assertThat(site.number("SELECT COUNT(*) FROM question_follow WHERE question_id = " + into + " AND member_id = "
                        + author))
                .isEqualTo(1);
    }

    private void tags(Deployment site, Visitor asker, Visitor follower, Visitor moderator) throws Exception {
        for (int i = 0; i < POSTS; i++) {
            asker.ask("Question number " + i, "It has a tag that is merged.", i % 4 == 0 ? "old, other" : "old");
        }
        asker.ask("One with the other tag", "It has had it from the start.", "other");
        act(follower, "/tag/old/follow", Map.of("following", "true"));
        act(moderator, "/tag/old/edit", Map.of("description", "An old tag", "text", "It has a history."));
        kill(
                site,
                "old",
                "middle",
                () -> act(moderator, "/tag/old/rename", Map.of("name", "middle", "confirmed", "yes")));
        assertThat(tagged(site, "middle")).isEqualTo(POSTS);
        assertThat(site.number(
                        "SELECT COUNT(*) FROM tag_revision r JOIN tag t ON t.id = r.tag_id WHERE t.name = 'middle'"))
                .isEqualTo(1);
        kill(
                site,
                "middle",
                "other",
                () -> act(moderator, "/tag/middle/merge", Map.of("into", "other", "confirmed", "yes")));
        assertThat(tagged(site, "other")).isEqualTo(POSTS + 1);
        assertThat(site.number("SELECT question_count FROM tag WHERE name = 'other'"))
                .isEqualTo(POSTS + 1);
        assertThat(site.number(
                        "SELECT COUNT(*) FROM tag_follow f JOIN tag t ON t.id = f.tag_id WHERE t.name = 'other'"))
                .isEqualTo(1);
        assertThat(site.number("SELECT COUNT(*) FROM tag WHERE name IN ('old', 'middle')"))
                .isZero();
        assertThat(site.number(
                        "SELECT COUNT(*) FROM question WHERE CONCAT(' ', tag_names, ' ') REGEXP ' (old|middle) '"))
                .isZero();
    }

    private void kill(Deployment site, String from, String into, Step begin) throws Exception {
        long question =
                site.number("SELECT question_id FROM question_tag WHERE tag_id = (SELECT id FROM tag WHERE name = '"
                        + from + "') ORDER BY question_id LIMIT 1 OFFSET " + LOCKED);
        String lock = "SELECT id FROM question WHERE id = " + question + " FOR UPDATE";
        String left = "SELECT " + POSTS + " - COUNT(*) FROM question WHERE CONCAT(' ', tag_names, ' ') LIKE '% " + from
                + " %'";
        killInABatch(site, lock, left, begin);
        String ended = "SELECT COUNT(*) FROM tag_merge WHERE ended_at IS NOT NULL AND from_name = '" + from
                + "' AND target_name = '" + into + "'";
        await().atMost(PATIENCE).until(() -> site.number(ended) == 1);
    }

    private static long tagged(Deployment site, String tag) throws SQLException {
        return site.number(
                "SELECT COUNT(*) FROM question_tag q JOIN tag t ON t.id = q.tag_id WHERE t.name = '" + tag + "'");
    }

    @FunctionalInterface
    private interface Step {
        void run();
    }

    /**
     * Kills both workers when one batch has moved and the next one waits for a row.
     *
     * @param lock the statement that locks what the second batch needs
     * @param moved the query of the number of posts that have moved
     */
    private static void killInABatch(Deployment site, String lock, String moved, Step begin) throws Exception {
        try (Connection connection = site.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(lock);
            begin.run();
            await().atMost(PATIENCE).until(() -> site.number(moved) == BATCH);
            await().atMost(PATIENCE)
                    .until(() -> site.number("SELECT COUNT(*) FROM information_schema.innodb_trx"
                                    + " WHERE trx_state = 'LOCK WAIT'")
                            > 0);
            for (Deployment.Node worker : site.all("worker")) {
                site.kill(worker);
            }
            assertThat(site.number(moved)).isEqualTo(BATCH);
            connection.rollback();
        }
    }

    private static void act(Visitor by, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf-token", by.csrfToken());
        assertThat(by.postOnce(path, form).status()).as(path).isEqualTo(303);
    }
}
