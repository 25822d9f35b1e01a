package askme.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members get badges for what they did, once, and hear of them. */
@QuarkusTest
@Tag("one-process")
class BadgeTest {

    @Inject
    BadgeTask task;

    @Inject
    AcceptedAnswerBadges accepted;

    @Inject
    TestDatabase database;

    private long id(Visitor visitor) {
        return database.of("SELECT id FROM member WHERE nickname = ?", visitor.nickname());
    }

    private List<String> badges(Visitor visitor) {
        return database.texts("SELECT badge FROM member_badge WHERE member_id = " + id(visitor) + " ORDER BY badge");
    }

    private long unread(Visitor visitor) {
        return database.of(
                "SELECT causes FROM notification WHERE kind = 'badge' AND seen = 0 AND member_id = ?", id(visitor));
    }

    /** The task may need several runs, because the database has the posts of other tests. */
    private void award() {
        database.change("UPDATE badge_progress SET caught_up = 1");
        task.run(Instant.now());
    }

    @Test
    void goodPostsEarnBadgesOnce() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        award();
        long question = ann.ask("A question that gets a badge", "It is a good question", "badges");
        long answer = bob.answer(question, "An answer that gets a badge");
        bob.get("/question/" + question + "/");
        bob.postJson("/question/" + question + "/vote", "{\"value\":1}");
        ann.get("/question/" + question + "/");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\":1}");
        ann.postJson("/answer/" + answer + "/accept", "{}");
        accepted.award(question, answer);
        assertThat(badges(bob)).containsExactly("solver", "teacher");
        award();
        assertThat(badges(ann)).containsExactly("scholar", "student", "supporter");
        assertThat(badges(bob)).containsExactly("solver", "supporter", "teacher");
        await().until(() -> unread(ann) == 3 && unread(bob) == 3);

        database.change("UPDATE badge_progress SET seen_to = seen_to - INTERVAL 1 HOUR");
        award();
        assertThat(badges(ann)).hasSize(3);
        assertThat(unread(ann)).isEqualTo(3);
        assertThat(database.of("SELECT COUNT(*) FROM badge_total t WHERE members"
                        + " <> (SELECT COUNT(*) FROM member_badge b WHERE b.badge = t.badge)"))
                .isZero();

        Visitor guest = Visitor.guest();
        assertThat(guest.get("/member/" + ann.nickname() + "/")
                        .page()
                        .select("#badges .tag")
                        .eachText())
                .contains("Good start", "Good host", "First vote");
        assertThat(guest.get("/badges/").page().select(".row-list li")).hasSize(Badge.values().length);
        assertThat(guest.get("/badges/student/").page().select(".row-list li").text())
                .contains(ann.nickname());
        assertThat(guest.get("/badges/nonsense/").status()).isEqualTo(404);
        assertThat(ann.get("/notifications/").page().text())
                .contains("Your badges")
                .contains("3 new badges");
    }

    @Test
    void manyReadersAndAnUpheldReportEarnBadges() {
        Visitor ann = Visitor.member("ann");
        Visitor eve = Visitor.member("eve");
        award();
        long question = ann.ask("A question that many people read", "It is read by many", "badges");
        long answer = Visitor.member("bob").answer(question, "An answer that is rude");
        database.change(
                "INSERT INTO question_views (question_id, views, thousand_at) VALUES (?, 1000, UTC_TIMESTAMP(6))",
                question);
        assertThat(eve.post("/answer/" + answer + "/report", Map.of("reason", "rude", "csrf-token", eve.csrfToken()))
                        .status())
                .isEqualTo(200);
        award();
        assertThat(badges(ann)).contains("wellread");
        assertThat(badges(eve)).doesNotContain("scout");
        database.change(
                "UPDATE review_item SET decided = id, outcome = 'deleted', upheld = 1, decided_by = 1,"
                        + " decided_at = UTC_TIMESTAMP(6) WHERE post_kind = 'answer' AND post_id = ?",
                answer);
        award();
        assertThat(badges(eve)).contains("scout");
    }
}
