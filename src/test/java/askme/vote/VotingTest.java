package askme.vote;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class VotingTest {

    @Inject
    TestDatabase testDatabase;

    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask("Vote for me?", "Please", Visitor.unique("tag"));
    }

    @Test
    void sameVoteUndoesAndOtherVoteChanges() {
        assertThat(vote(bob, 1).body()).isEqualTo("{\"rating\":1,\"vote\":1}");
        assertThat(vote(bob, 1).body()).isEqualTo("{\"rating\":0,\"vote\":0}");
        assertThat(vote(bob, -1).body()).isEqualTo("{\"rating\":-1,\"vote\":-1}");
        assertThat(vote(bob, 1).body()).isEqualTo("{\"rating\":1,\"vote\":1}");
        assertThat(rating()).isEqualTo(1);
        assertThat(testDatabase.of("SELECT rating FROM member WHERE nickname = ?", ann.nickname()))
                .isEqualTo(1);
        assertThat(testDatabase.of("SELECT rating FROM question_tag WHERE question_id = ?", question))
                .isEqualTo(1);
    }

    @Test
    void ownPostCannotBeVotedFor() {
        Reply refused = vote(ann, 1);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"own-post\"");
        assertThat(rating()).isZero();
    }

    @Test
    void guestAndInvalidVotesAreRefused() {
        assertThat(vote(Visitor.guest(), 1).status()).isEqualTo(401);
        for (String body :
                new String[] {"", "{}", "{\"value\":2}", "{\"value\":null}", "[]", "{\"value\":\"x\"}", "{"}) {
            Reply reply = bob.postJson("/question/" + question + "/vote", body);
            assertThat(reply.status()).as(body).isBetween(400, 422);
            assertThat(reply.header("Content-Type")).as(body).startsWith("application/problem+json");
        }
        assertThat(bob.postJson("/question/" + question + "/vote", "{\"value\":2}")
                        .body())
                .contains("\"title\":\"Unprocessable Content\"");
        assertThat(bob.postOnce("/question/" + question + "/vote", Map.of("value", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(rating()).isZero();
    }

    @Test
    void buttonsShowTheVote() {
        vote(bob, 1);
        for (String path : new String[] {"/", "/question/" + question + "/"}) {
            var card = bob.get(path).page().selectFirst("#question-" + question);
            assertThat(card.selectFirst(".vote.up").attr("aria-pressed")).isEqualTo("true");
            assertThat(card.selectFirst(".vote.down").attr("aria-pressed")).isEqualTo("false");
            assertThat(card.selectFirst(".rating").text()).isEqualTo("1");
        }
        assertThat(ann.get("/").page().select("#question-" + question + " .vote[disabled]"))
                .hasSize(2);
    }

    @Test
    void guestButtonsLeadToSignInAndBack() {
        for (String path : new String[] {"/", "/question/" + question + "/"}) {
            Visitor guest = Visitor.guest();
            Reply page = guest.get(path);
            assertThat(page.header("Set-Cookie")).isNull();
            var form = page.page().selectFirst("#question-" + question + " form.votes");
            assertThat(form.select("button:not([disabled])[title=Sign in to vote]"))
                    .hasSize(2);
            assertThat(form.attr("method")).isEqualTo("get");
            Reply login = guest.get(form.attr("action") + "?continue="
                    + URLEncoder.encode(form.selectFirst("[name=continue]").attr("value"), StandardCharsets.UTF_8));
            Visitor carl = Visitor.member("carl");
            guest.submit("form:has([name=password])", Map.of("login", carl.nickname(), "password", Visitor.PASSWORD));
            assertThat(login.url()).contains("/login/");
            assertThat(guest.last().url()).contains(path);
            assertThat(guest.last().page().select("#question-" + question + " form.votes[method=post]"))
                    .hasSize(1);
        }
    }

    @Test
    void buttonsWorkWithoutJavaScript() {
        bob.get("/question/" + question + "/");
        Reply page = bob.submit("#question-" + question + " form.votes", Map.of("value", "-1"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#question-" + question + " .rating").text())
                .isEqualTo("\u22121");
    }

    @Test
    void parallelVotesGiveTheExactSum() throws Exception {
        long answer = bob.answer(question, "Vote for this too");
        List<Visitor> voters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            voters.add(Visitor.member("voter"));
            voters.get(i).csrfToken();
        }
        List<Callable<Reply>> clicks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Visitor voter = voters.get(i % 8);
            String path = i % 2 == 0 ? "/answer/" + answer + "/vote" : "/question/" + question + "/vote";
            int value = i % 5 == 0 ? -1 : 1;
            String token = voter.csrfToken();
            clicks.add(() -> voter.postJson(path, "{\"value\": " + value + "}", token));
        }
        var pool = Executors.newFixedThreadPool(16);
        for (Future<Reply> reply : pool.invokeAll(clicks)) {
            assertThat(reply.get().status()).isEqualTo(200);
        }
        pool.shutdown();
        assertThat(rating())
                .isEqualTo(testDatabase.of("SELECT SUM(value) FROM question_vote WHERE question_id = ?", question));
        assertThat(testDatabase.of("SELECT rating FROM answer WHERE id = ?", answer))
                .isEqualTo(testDatabase.of("SELECT SUM(value) FROM answer_vote WHERE answer_id = ?", answer));
        assertThat(testDatabase.of("SELECT rating FROM member WHERE nickname = ?", ann.nickname()))
                .isEqualTo(rating());
    }

    private Reply vote(Visitor voter, int value) {
        return voter.postJson("/question/" + question + "/vote", "{\"value\": " + value + "}");
    }

    private long rating() {
        return testDatabase.of("SELECT rating FROM question WHERE id = ?", question);
    }
}
