package askme.answer;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posting, editing, accepting and deleting an answer in its forms. */
@QuarkusTest
@Tag("program")
class AnswerResourceTest {

    private static final int PAGE = 30;

    @Inject
    TestDatabase database;

    @Test
    void postedAnswerIsCountedAndShown() {
        long question = Visitor.member("ann").ask("How?", "Tell me", "");
        Visitor bob = Visitor.member("bob");
        bob.get("/question/" + question + "/");
        Reply page = bob.submit("form:has(textarea[name=text])", Map.of("text", "Like **this**"));
        assertThat(page.url()).matches(".*/question/" + question + "/#answer-\\d+");
        assertThat(page.page().select("#answers article[data-answer-id]")).hasSize(1);
        assertThat(page.page().select("#answer-count").text()).isEqualTo("1");
        assertThat(page.page().select("[role=status]").text()).contains("Answer added");
    }

    @Test
    void memberMayAnswerManyQuestionsConcurrently() throws Exception {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        String token = bob.csrfToken();
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long question = ann.ask("Many at once? " + i, "Tell me", "");
            Map<String, String> form = Map.of("text", "Here", "csrf-token", token);
            posts.add(() ->
                    bob.postOnce("/question/" + question + "/answers", form).status());
        }
        ExecutorService pool = Executors.newFixedThreadPool(posts.size());
        for (Future<Integer> status : pool.invokeAll(posts)) {
            assertThat(status.get()).isEqualTo(303);
        }
        pool.shutdown();
        assertThat(database.of("SELECT answer_count FROM member WHERE nickname = ?", bob.nickname()))
                .isEqualTo(posts.size());
    }

    @Test
    void emptyAnswerIsRefusedBesideItsField() {
        long question = Visitor.member("ann").ask("How?", "Tell me", "");
        Visitor bob = Visitor.member("bob");
        bob.get("/question/" + question + "/");
        Reply page = bob.submit("form:has(textarea[name=text])", Map.of("text", "  \n "));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("#text-error").text()).isNotBlank();
    }

    @Test
    void editOfAnOldVersionIsRefused() {
        Visitor bob = Visitor.member("bob");
        long answer = bob.answer(Visitor.member("ann").ask("How?", "Tell me", ""), "Like this");
        String edit = "/answer/" + answer + "/edit";
        String form = "form:has(textarea[name=text])";
        Visitor onAnotherDevice = Visitor.guest().signIn(bob.nickname());
        onAnotherDevice.get(edit);
        bob.get(edit);
        bob.submit(form, Map.of("text", "From here"));

        Reply refused = onAnotherDevice.submit(form, Map.of("text", "From there"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().selectFirst("#text").val()).isEqualTo("From there");
        assertThat(refused.page().selectFirst("#newer").val()).isEqualTo("From here");

        onAnotherDevice.submit(form, Map.of());
        assertThat(bob.get(edit).page().selectFirst("#text").val()).isEqualTo("From there");
    }

    @Test
    void endedSessionReturnsTheTextAndASignInForm() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Title", "Text", "");
        ann.get("/question/" + question + "/");
        Visitor elsewhere = Visitor.guest().signIn(ann.nickname());
        elsewhere.get("/profile/security/");
        elsewhere.submit("form[action$=end-all]", Map.of());

        Reply reply = ann.submit("form:has(textarea[name=text])", Map.of("text", "An hour's work <b>"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().select("textarea[readonly]").val()).isEqualTo("An hour's work <b>");
        assertThat(reply.page().select("main form[action=/login/] [name=password]"))
                .hasSize(1);
    }

    @Test
    void thirtyFirstAnswerOpensPageTwo() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Many?", "Tell me", "");
        Visitor bob = Visitor.member("bob");
        long first = bob.answer(question, "Number 0");
        for (int i = 1; i < PAGE; i++) {
            bob.answer(question, "Number " + i);
        }
        bob.get("/question/" + question + "/");
        Reply last = bob.submit("form:has(textarea[name=text])", Map.of("text", "The thirty-first"));
        assertThat(last.url()).contains("?page=2#answer-");
        assertThat(last.page().select("#answers article")).hasSize(1);

        long best = Long.parseLong(last.url().replaceAll(".*#answer-", ""));
        ann.postJson("/answer/" + best + "/vote", "{\"value\": 1}");
        List<String> order = order(question);
        assertThat(order).hasSize(PAGE).startsWith("answer-" + best, "answer-" + first);

        ann.postJson("/answer/" + first + "/accept", "");
        assertThat(order(question)).startsWith("answer-" + first, "answer-" + best);
    }

    @Test
    void pagesFromBothEndsShowEachAnswerOnceInOrder() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Crowded?", "Tell me", "");
        for (int i = 0; i < 95; i++) {
            database.change(
                    "INSERT INTO answer (question_id, author_id, body, rating, answered_at)"
                            + " SELECT ?, id, 'An answer', ?, NOW(6) FROM member WHERE nickname = ?",
                    question,
                    i * 7 % 11,
                    ann.nickname());
        }
        database.change("UPDATE question SET answer_count = 95 WHERE id = ?", question);
        List<Integer> ratings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int page = 1; page <= 4; page++) {
            for (Element answer :
                    ann.get("/question/" + question + "/?page=" + page).page().select("#answers article")) {
                ratings.add(Integer.parseInt(answer.attr("data-rating")));
                ids.add(answer.id());
            }
        }
        assertThat(ids).hasSize(95);
        assertThat(ratings).hasSize(95).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void onlyAskerAcceptsAndMarkMovesToAnotherAnswer() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Which?", "Tell me", "");
        Visitor bob = Visitor.member("bob");
        long one = bob.answer(question, "One");
        long two = bob.answer(question, "Two");
        Reply refused = bob.postJson("/answer/" + one + "/accept", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(bob.get("/question/" + question + "/").page().select("form.accept"))
                .isEmpty();

        assertThat(ann.postJson("/answer/" + one + "/accept", "").body()).contains("\"accepted\":true");
        assertThat(ann.postJson("/answer/" + two + "/accept", "").body()).contains("\"accepted\":true");
        assertThat(accepted(question)).containsExactly("answer-" + two);
        assertThat(ann.postJson("/answer/" + two + "/accept", "").body()).contains("\"accepted\":false");
        assertThat(accepted(question)).isEmpty();
    }

    @Test
    void acceptFormWorksWithoutJavaScript() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Which?", "Tell me", "");
        long answer = Visitor.member("bob").answer(question, "This");
        ann.get("/question/" + question + "/");
        Reply page = ann.submit("#answer-" + answer + " form.accept", Map.of());
        assertThat(page.url()).endsWith("#answer-" + answer);
        assertThat(accepted(question)).containsExactly("answer-" + answer);
    }

    @Test
    void deletionSubtractsAnswerFromAllCounters() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("Which?", "Tell me", "");
        Visitor bob = Visitor.member("bob");
        long answer = bob.answer(question, "This");
        ann.postJson("/answer/" + answer + "/vote", "{\"value\": 1}");
        ann.postJson("/answer/" + answer + "/accept", "");
        assertThat(Visitor.member("eve")
                        .post("/answer/" + answer + "/delete", Map.of())
                        .status())
                .isEqualTo(403);
        bob.get("/answer/" + answer + "/edit");
        bob.submit("form[action$=/delete]", Map.of());
        assertThat(database.of("SELECT answer_count FROM question WHERE id = ?", question))
                .isZero();
        assertThat(database.of("SELECT accepted_answer_id FROM question WHERE id = ?", question))
                .isZero();
        assertThat(database.of("SELECT rating FROM member WHERE nickname = ?", bob.nickname()))
                .isZero();
        assertThat(database.of("SELECT answer_count FROM member WHERE nickname = ?", bob.nickname()))
                .isZero();
    }

    private static List<String> order(long question) {
        return Visitor.guest()
                .get("/question/" + question + "/")
                .page()
                .select("#answers article")
                .eachAttr("id");
    }

    private static List<String> accepted(long question) {
        return Visitor.guest()
                .get("/question/" + question + "/")
                .page()
                .select("#answers article.accepted")
                .eachAttr("id");
    }
}
