package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Moderators delete questions of others and suspend members. */
@QuarkusTest
@Tag("program")
class ModerationTest {

    /** More answers than one transaction deletes. */
    private static final int MANY = 450;

    @Inject
    Reconcile reconcile;

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private Visitor chief;

    @BeforeEach
    void people() {
        ann = Visitor.member("modAnn");
        bob = Visitor.member("modBob");
        chief = Visitor.member("modChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
    }

    @Test
    void administratorDeletesQuestionWithAnswers() throws Exception {
        long question = ann.ask("Spam and nothing else", "Spam", Visitor.unique("spam"));
        long answer = bob.answer(question, "More of it");
        addManyAnswers(question);
        reconcile.run(List.of());
        bob.postJson("/question/" + question + "/vote", "{\"value\": -1}");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\": -1}");
        ann.post("/answer/" + answer + "/accept", Map.of("csrf-token", ann.csrfToken()));

        var edit = chief.get("/question/" + question + "/edit").page();
        assertThat(edit.selectFirst("form[action$=/delete]").attr("data-confirm"))
                .isEqualTo("Delete this question and its " + (MANY + 1) + " answers? You can undelete it.");
        Visitor.Reply reply = chief.submit("form[action$=/delete]", Map.of());

        assertThat(reply.page().select("[role=status]").text()).contains("Question deleted");
        assertThat(Visitor.guest().get("/question/" + question + "/").status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(visibleAnswers(question)).isZero());
        assertThat(testDatabase.of("SELECT rating FROM member WHERE nickname = ?", bob.nickname()))
                .isZero();
        assertThat(reconcile.run(List.of("--check"))).isZero();
    }

    @Test
    void countersStayCorrectDuringDeletion() throws Exception {
        long question = ann.ask("A busy one", "Text", "");
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add((i % 2 == 0 ? ann : bob).answer(question, "Answer " + i));
        }
        addManyAnswers(question);
        reconcile.run(List.of());
        chief.get("/question/" + question + "/edit");
        String token = ann.csrfToken();
        String bobs = bob.csrfToken();
        Visitor writer = Visitor.member("modWriter");
        writer.csrfToken();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            work.add(pool.submit(() -> answers.forEach(id -> {
                ann.postJson("/answer/" + id + "/vote", "{\"value\": 1}", token);
            })));
            work.add(pool.submit(() -> answers.forEach(id -> {
                bob.postJson("/answer/" + id + "/vote", "{\"value\": -1}", bobs);
            })));
            work.add(pool.submit(() -> {
                for (int i = 0; i < 6; i++) {
                    writer.post(
                            "/question/" + question + "/answers",
                            Map.of("csrf-token", writer.csrfToken(), "text", "Late " + i));
                }
            }));
            work.add(pool.submit(() -> assertThat(
                            chief.submit("form[action$=/delete]", Map.of()).status())
                    .isEqualTo(200)));
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(Visitor.guest().get("/question/" + question + "/").status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(visibleAnswers(question)).isZero());
        assertThat(reconcile.run(List.of("--check"))).isZero();

        chief.post("/question/" + question + "/undelete", Map.of("csrf-token", chief.csrfToken()));
        await().untilAsserted(() -> assertThat(
                        testDatabase.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isEqualTo(visibleAnswers(question))
                .isEqualTo(testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ?", question)));
        assertThat(reconcile.run(List.of("--check"))).isZero();
    }

    private long visibleAnswers(long question) {
        return testDatabase.of("SELECT COUNT(*) FROM answer WHERE question_id = ? AND hidden = 0", question);
    }

    @Test
    void suspensionHasReasonAndEndAndCanBeLifted() {
        String page = "/member/" + bob.nickname() + "/";
        assertThat(ann.get(page).page().select("form.suspension")).isEmpty();
        assertThat(suspend(ann, "on").status()).isEqualTo(404);
        assertThat(bob.get("/ask/").url()).endsWith("/ask/");

        chief.get("/member/" + bob.nickname() + "/suspend");
        assertThat(chief.submit("form[action$=/suspend]", Map.of("days", "7", "reason", " "))
                        .status())
                .isEqualTo(422);
        Visitor.Reply done =
                chief.submit("form[action$=/suspend]", Map.of("days", "7", "reason", "Advertising <b>again</b>"));
        assertThat(done.page().select("[role=status]").text()).contains(bob.nickname() + " is suspended");
        assertThat(done.page().select(".alert-warning").text())
                .startsWith("This account is suspended until ")
                .endsWith("The reason: Advertising <b>again</b>");
        assertThat(bob.get("/ask/").url()).contains("/login/");
        bob.signIn(bob.nickname());
        assertThat(bob.last().status()).isEqualTo(422);
        assertThat(bob.last().page().select("#login-error").text())
                .startsWith("This account is suspended until ")
                .endsWith("UTC. The reason: Advertising <b>again</b>");

        chief.get(page);
        chief.submit(".flash form.undo, form.suspension", Map.of("suspended", "off"));
        assertThat(bob.signIn(bob.nickname()).last().status()).isEqualTo(200);

        chief.get("/member/" + bob.nickname() + "/suspend");
        chief.submit("form[action$=/suspend]", Map.of("days", "1", "reason", "Short"));
        bob.signIn(bob.nickname());
        assertThat(bob.last().status()).isEqualTo(422);
        testDatabase.change(
                "UPDATE member SET suspended_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE nickname = ?",
                bob.nickname());
        assertThat(bob.signIn(bob.nickname()).last().status()).isEqualTo(200);
        assertThat(bob.get("/ask/").url()).endsWith("/ask/");
    }

    @Test
    void sessionOpenedDuringSuspensionIsInvalid() {
        testDatabase.change("UPDATE member SET suspended = 1 WHERE nickname = ?", bob.nickname());
        String question = "/question/" + ann.ask("Who may vote?", "Not everybody", "") + "/vote";
        assertThat(bob.postJson(question, "{\"value\": 1}").status()).isEqualTo(401);
    }

    @Test
    void administratorCannotBeSuspended() {
        Visitor other = Visitor.member("modOther");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", other.nickname());
        assertThat(chief.get("/member/" + other.nickname() + "/").page().select("form.suspension"))
                .isEmpty();
        Map<String, String> form = Map.of("csrf-token", chief.csrfToken(), "suspended", "on");
        assertThat(chief.post("/member/" + other.nickname() + "/suspension", form)
                        .status())
                .isEqualTo(403);
    }

    private Visitor.Reply suspend(Visitor by, String suspended) {
        return by.post(
                "/member/" + bob.nickname() + "/suspension",
                Map.of("csrf-token", by.csrfToken(), "suspended", suspended));
    }

    private void addManyAnswers(long question) {
        testDatabase.change(
                "INSERT INTO answer (question_id, author_id, body, answered_at)"
                        + " SELECT ?, (SELECT id FROM member WHERE nickname = ?), 'spam', NOW(6)"
                        + " FROM information_schema.columns LIMIT " + MANY,
                question,
                bob.nickname());
    }
}
