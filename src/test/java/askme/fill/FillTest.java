package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import askme.question.Anchors;
import askme.support.FilledSite;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // It uses a separate database, which the other process does not read.
class FillTest {

    private static final RowWriter.Account NOBODY = new RowWriter.Account("-", false);

    /** Each query counts rows with a column that does not agree with other rows. */
    private static final List<String> WRONG = List.of(
            "SELECT COUNT(*) FROM question q WHERE rating <> COALESCE((SELECT SUM(value) FROM question_vote v WHERE v.question_id = q.id), 0)",
            "SELECT COUNT(*) FROM answer a WHERE rating <> COALESCE((SELECT SUM(value) FROM answer_vote v WHERE v.answer_id = a.id), 0)",
            "SELECT COUNT(*) FROM question q WHERE answer_count <> (SELECT COUNT(*) FROM answer a WHERE a.question_id = q.id)",
            "SELECT COUNT(*) FROM question q LEFT JOIN answer a ON a.id = q.accepted_answer_id AND a.question_id = q.id AND a.accepted"
                    + " WHERE q.accepted_answer_id IS NOT NULL AND a.id IS NULL",
            "SELECT COUNT(*) FROM answer a JOIN question q ON q.id = a.question_id WHERE a.accepted AND NOT q.accepted_answer_id <=> a.id",
            "SELECT COUNT(*) FROM member m WHERE rating <> COALESCE((SELECT SUM(rating) FROM question WHERE author_id = m.id), 0)"
                    + " + COALESCE((SELECT SUM(rating) FROM answer WHERE author_id = m.id), 0)",
            "SELECT COUNT(*) FROM member m WHERE question_count <> (SELECT COUNT(*) FROM question WHERE author_id = m.id)"
                    + " OR answer_count <> (SELECT COUNT(*) FROM answer WHERE author_id = m.id)",
            "SELECT COUNT(*) FROM tag t WHERE question_count <> (SELECT COUNT(*) FROM question_tag WHERE tag_id = t.id)",
            "SELECT COUNT(*) FROM question_tag t JOIN question q ON q.id = t.question_id WHERE t.rating <> q.rating",
            "SELECT COUNT(*) FROM question q JOIN question_tag x ON x.question_id = q.id JOIN tag t ON t.id = x.tag_id"
                    + " WHERE NOT FIND_IN_SET(t.name, REPLACE(q.tag_names, ' ', ','))",
            "SELECT COUNT(*) FROM question_vote v JOIN question q ON q.id = v.question_id WHERE v.member_id = q.author_id",
            "SELECT COUNT(*) FROM question q WHERE comment_count <>"
                    + " (SELECT COUNT(*) FROM comment c WHERE c.question_id = q.id AND c.answer_id IS NULL)",
            "SELECT COUNT(*) FROM answer a WHERE comment_count <> (SELECT COUNT(*) FROM comment c WHERE c.answer_id = a.id)",
            "SELECT COUNT(*) FROM comment c WHERE rating <> (SELECT COUNT(*) FROM comment_vote v WHERE v.comment_id = c.id)",
            "SELECT COUNT(*) FROM comment c JOIN answer a ON a.id = c.answer_id"
                    + " WHERE a.question_id <> c.question_id OR c.posted_at < a.answered_at",
            "SELECT COUNT(*) FROM comment_vote v JOIN comment c ON c.id = v.comment_id WHERE v.member_id = c.author_id",
            "SELECT COUNT(*) FROM inbox i WHERE unread <> (SELECT COUNT(*) FROM notification n WHERE n.member_id = i.member_id AND n.seen = 0)",
            "SELECT COUNT(*) FROM notification n WHERE causes <> (SELECT COUNT(*) FROM notification_cause c WHERE c.notification_id = n.id)",
            "SELECT COUNT(*) FROM question q WHERE NOT EXISTS (SELECT 1 FROM question_follow f WHERE f.question_id = q.id"
                    + " AND f.member_id = q.author_id AND f.following = 1)",
            "SELECT COUNT(*) FROM site_counter WHERE name = 'questions' AND value <> (SELECT COUNT(*) FROM question)",
            "SELECT COUNT(*) FROM site_counter WHERE name = 'members' AND value <> (SELECT COUNT(*) FROM member)",
            "SELECT COUNT(*) FROM site_counter WHERE name = 'tags' AND value <> (SELECT COUNT(*) FROM tag)",
            "SELECT COUNT(*) FROM question q LEFT JOIN member m ON m.id = q.author_id WHERE m.id IS NULL OR m.joined_at > q.asked_at",
            "SELECT COUNT(*) FROM answer a LEFT JOIN question q ON q.id = a.question_id WHERE q.id IS NULL OR a.answered_at < q.asked_at");

    @Inject
    Filled filled;

    @Inject
    TestDatabase testDatabase;

    @Inject
    AgroalDataSource database;

    @Inject
    Anchors anchors;

    @Inject
    Clock clock;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void fill() throws SQLException {
        filled.once();
    }

    @Test
    void ratingsAndCountsAgreeWithVotesAndPosts() {
        assertThat(WRONG)
                .allSatisfy(sql -> assertThat(testDatabase.of(sql)).as(sql).isZero());
    }

    @Test
    void checkFindsAWrongCount() {
        testDatabase.change("UPDATE question SET rating = rating + 1 WHERE id = 5");
        try {
            assertThat(testDatabase.of(WRONG.get(0))).isEqualTo(1);
        } finally {
            testDatabase.change("UPDATE question SET rating = rating - 1 WHERE id = 5");
        }
    }

    @Test
    void fillAddsExactlyTheRequestedRows() throws SQLException {
        Map<String, Long> before = counts();
        long deletedBefore = deletedComments();
        Fill.Result result =
                new Fill(database, anchors, clock).run(new FillSize(4), 7, NOBODY, new PrintStream(output));
        assertThat(result.votes()).isEqualTo(800);
        int comments = new CommentPlan(7, new FillSize(4)).total();
        long deleted = deletedComments() - deletedBefore;
        assertThat(counts())
                .isEqualTo(Map.of(
                        "member", before.get("member") + 4,
                        "tag", before.get("tag") + 4,
                        "question", before.get("question") + 40,
                        "answer", before.get("answer") + 400,
                        "comment", before.get("comment") + comments - deleted,
                        "votes", before.get("votes") + 800));
        assertThat(output.toString()).contains("100 %").contains("%1$,d of %1$,d rows".formatted(1248 + comments));
        ratingsAndCountsAgreeWithVotesAndPosts();
    }

    @Test
    void interruptedFillIsContinued() throws SQLException {
        Fill fill = new Fill(database, anchors, clock);
        Map<String, Long> before = counts();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            FillRun run = FillLog.start(connection, new FillSize(5), 9, clock.millis());
            // The state after a killed process: some steps are complete, one is half complete, and the log records
            // that.
            statement.execute("SET SESSION foreign_key_checks = 0");
            for (RowWriter.Step step : Fill.rows(connection, run, new Plan(run.size(), 9, run.now()), NOBODY)
                    .sequences()
                    .get(0)
                    .subList(0, 3)) {
                int until = step.name().equals("questions") ? step.units() / 2 : step.units();
                step.writer().write(connection, 0, until);
                FillLog.done(connection, step.name(), until);
            }
            statement.execute("SET SESSION foreign_key_checks = 1");
        }
        assertThat(fill.unfinished())
                .hasValueSatisfying(run -> assertThat(run.size().ratio()).isEqualTo(5));
        Fill.Result result = fill.run(new FillSize(99), 1, NOBODY, new PrintStream(output));
        assertThat(result.run().size().ratio()).isEqualTo(5);
        assertThat(fill.unfinished()).isEmpty();
        assertThat(counts())
                .containsEntry("question", before.get("question") + 50)
                .containsEntry("answer", before.get("answer") + 500);
        ratingsAndCountsAgreeWithVotesAndPosts();
    }

    @Test
    void generatedMemberCanSignIn() {
        String somebody =
                testDatabase.texts("SELECT nickname FROM member WHERE id = 1").get(0);
        Visitor visitor = Visitor.guest();
        visitor.get("/login/");
        visitor.submit("form:has(input[name=password])", Map.of("login", somebody, "password", SharedPassword.KNOWN));
        assertThat(visitor.get("/").page().select(".user-block .nickname").text())
                .isEqualTo(somebody);
    }

    @Test
    void someCommentsAreDeletedAndSomePostsAreHeld() {
        assertThat(deletedComments()).isPositive();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM comment c JOIN deleted_comment d ON d.comment_id = c.id"))
                .isZero();
        for (String state : List.of("waiting", "refused")) {
            assertThat(testDatabase.of(
                            "SELECT COUNT(*) FROM held_post h JOIN review_item i ON i.post_kind = 'held' AND i.post_id = h.id"
                                    + " WHERE h.state = '" + state + "' AND i.outcome = h.state"))
                    .as(state)
                    .isPositive();
        }
    }

    private long deletedComments() {
        return testDatabase.of("SELECT COUNT(*) FROM deleted_comment");
    }

    private Map<String, Long> counts() {
        return Map.of(
                "member", testDatabase.of("SELECT COUNT(*) FROM member"),
                "tag", testDatabase.of("SELECT COUNT(*) FROM tag"),
                "question", testDatabase.of("SELECT COUNT(*) FROM question"),
                "answer", testDatabase.of("SELECT COUNT(*) FROM answer"),
                "comment", testDatabase.of("SELECT COUNT(*) FROM comment"),
                "votes",
                        testDatabase.of(
                                "SELECT (SELECT COUNT(*) FROM question_vote) + (SELECT COUNT(*) FROM answer_vote)"));
    }
}
