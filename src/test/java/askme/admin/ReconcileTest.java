package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconcileTest {

    private static final List<String> CHECK = List.of("--check");

    @Inject
    Reconcile reconcile;

    @Inject
    AgroalDataSource database;

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;
    private long answer;
    private String tag;

    @BeforeEach
    void repairAndPost() throws Exception {
        ann = Visitor.member("countAnn");
        bob = Visitor.member("countBob");
        tag = Visitor.unique("count");
        question = ann.ask("Who counts?", "Somebody", tag);
        answer = bob.answer(question, "I do");
        bob.postJson("/question/" + question + "/vote", "{\"value\": 1}");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\": -1}");
        ann.post("/question/" + question + "/comments", Map.of("csrf-token", ann.csrfToken(), "text", "How many?"));
        reconcile.run(List.of()); // other tests insert rows without updating the counters
    }

    @Test
    void countersOfTheSiteAreCorrect() throws Exception {
        assertThat(rating("question", question)).isEqualTo(1);
        assertThat(rating("answer", answer)).isEqualTo(-1);
        assertThat(reconcile.run(CHECK)).isZero();
    }

    @Test
    void wrongCountersAreReportedAndRepaired() throws Exception {
        List<String> faults = List.of(
                "UPDATE question SET rating = 77 WHERE id = " + question,
                "UPDATE question SET answer_count = 77 WHERE id = " + question,
                "UPDATE question SET version = version + (1 << 56) WHERE id = " + question,
                "UPDATE question SET version = version + (1 << 58) WHERE id = " + question,
                "UPDATE answer SET locked = 1 WHERE id = " + answer,
                "UPDATE question_tag SET rating = -77 WHERE question_id = " + question,
                "UPDATE answer SET rating = 77 WHERE id = " + answer,
                "UPDATE question SET comment_count = 77 WHERE id = " + question,
                "UPDATE answer SET comment_count = 77 WHERE id = " + answer,
                "UPDATE comment SET rating = 77 WHERE question_id = " + question,
                "UPDATE tag SET question_count = 77 WHERE name = '" + tag + "'",
                "UPDATE member SET rating = 77 WHERE nickname = '" + ann.nickname() + "'",
                "UPDATE member SET question_count = 77 WHERE nickname = '" + ann.nickname() + "'",
                "UPDATE member SET answer_count = 77 WHERE nickname = '" + bob.nickname() + "'",
                "INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at, reports, decided)"
                        + " VALUES ('question', 990000000 + " + question + ", 1, 1, '2026-01-01', 77, 1)",
                "INSERT INTO held_post (kind, question_id, author_id, body, held_at) VALUES ('answer', " + question
                        + ", 1, 'Without an item', '2026-01-01')",
                "INSERT INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                        + " VALUES ('held', 990000000 + " + question + ", 1, 1, '2026-01-01')",
                "INSERT INTO deleted_comment (comment_id, question_id, author_id, body, posted_at, voters, deleted_by, deleted_at)"
                        + " SELECT id, question_id, author_id, body, posted_at, '', 1, posted_at FROM comment WHERE question_id = "
                        + question,
                "INSERT INTO inbox (member_id, unread) VALUES (990000000 + " + question + ", 77)",
                "UPDATE site_counter SET value = value + 1 WHERE name = 'questions'",
                "UPDATE site_counter SET value = value + 1 WHERE name = 'members'",
                "INSERT INTO badge_total (badge, members) VALUES (LEFT(UUID(), 16), 7)",
                "UPDATE site_counter SET value = value + 1 WHERE name = 'tags'");
        for (String fault : faults) {
            assertThat(testDatabase.change(fault)).as(fault).isEqualTo(1);
        }
        assertThat(wrong())
                .containsExactlyElementsOf(
                        Counter.ALL.stream().map(Counter::name).toList());
        assertThat(reconcile.run(CHECK)).isEqualTo(1);
        assertThat(reconcile.run(List.of())).isZero();
        assertThat(wrong()).isEmpty();
        assertThat(rating("question", question)).isEqualTo(1);
        assertThat(rating("answer", answer)).isEqualTo(-1);
        assertThat(testDatabase.of("SELECT rating FROM member WHERE nickname = ?", ann.nickname()))
                .isEqualTo(1);
    }

    @Test
    void checkChangesNothing() throws Exception {
        testDatabase.change("UPDATE question SET rating = 77 WHERE id = ?", question);
        assertThat(reconcile.run(CHECK)).isEqualTo(1);
        assertThat(rating("question", question)).isEqualTo(77);
    }

    @Test
    void repairDuringVotesLosesNoVote() throws Exception {
        ExecutorService voters = Executors.newFixedThreadPool(4);
        AtomicBoolean enough = new AtomicBoolean();
        try {
            List<Future<?>> voting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Visitor voter = Visitor.member("countVoter");
                voting.add(voters.submit(() -> {
                    while (!enough.get()) {
                        assertThat(voter.postJson("/question/" + question + "/vote", "{\"value\": 1}")
                                        .status())
                                .isIn(200, 429);
                    }
                }));
            }
            for (int i = 0; i < 5; i++) {
                testDatabase.change("UPDATE member SET rating = rating + 1000 WHERE nickname = ?", ann.nickname());
                testDatabase.change("UPDATE question SET rating = rating + 1000 WHERE id = ?", question);
                assertThat(reconcile.run(List.of())).isZero();
            }
            enough.set(true);
            for (Future<?> one : voting) {
                one.get();
            }
        } finally {
            voters.shutdownNow();
        }
        assertThat(reconcile.run(CHECK)).isZero();
    }

    @Test
    void unknownArgumentsAreRefused() throws Exception {
        assertThat(reconcile.run(List.of("--fix"))).isEqualTo(2);
    }

    private Set<String> wrong() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (Counter counter : Counter.ALL) {
            new Reconciler(database).run(counter, false, row -> names.add(row.counter()));
        }
        return names;
    }

    private long rating(String table, long id) {
        return testDatabase.of("SELECT rating FROM " + table + " WHERE id = ?", id);
    }
}
