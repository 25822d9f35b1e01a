package askme.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page of the reputation adds up to the stored rating after any act. */
@QuarkusTest
class ReputationTest {

    private static final Logger LOG = Logger.getLogger(ReputationTest.class);
    private static final int ACTS = 120;

    @Inject
    TestDatabase database;

    private final List<String> posts = new ArrayList<>();
    private Visitor ann;

    private int rating() {
        return (int) database.of("SELECT rating FROM member WHERE nickname = ?", ann.nickname());
    }

    private static int sum(Document page, String selector) {
        return page.select(selector).stream()
                .mapToInt(element -> Integer.parseInt(element.attr("data-change")))
                .sum();
    }

    private void assertAddsUp() {
        Document page = Visitor.guest()
                .get("/member/" + ann.nickname() + "/reputation/")
                .page();
        assertThat(sum(page, "h2 .rating")).isEqualTo(rating());
        assertThat(sum(page, "li .rating")).isEqualTo(rating());
        Element newest = page.selectFirst("[data-after]");
        assertThat(newest == null ? 0 : Integer.parseInt(newest.attr("data-after")))
                .isEqualTo(rating());
    }

    @Test
    void randomVotesDeletionsAndUndeletionsAddUp() {
        long seed = System.nanoTime();
        LOG.infof("seed %d", seed);
        Random random = new Random(seed);
        ann = Visitor.member("ann");
        List<Visitor> voters = List.of(Visitor.member("bob"), Visitor.member("cid"), Visitor.member("dora"));
        long others = voters.get(0).ask("A question of somebody else", "It has answers of Ann", "sum");
        for (int i = 0; i < 3; i++) {
            long question = ann.ask("A question of Ann, number " + i, "It gets votes and is deleted", "sum");
            posts.add("question/" + question);
            posts.add("answer/" + ann.answer(question, "An answer of Ann to herself, number " + i));
            posts.add("answer/" + ann.answer(others, "An answer of Ann to others, number " + i));
        }
        voters.forEach(voter -> voter.get("/question/" + others + "/"));
        String token = ann.csrfToken();
        for (int i = 0; i < ACTS; i++) {
            String post = "/" + posts.get(random.nextInt(posts.size()));
            switch (random.nextInt(10)) {
                case 0 -> ann.post(post + "/delete", Map.of("csrf-token", token));
                case 1, 2 -> ann.post(post + "/undelete", Map.of("csrf-token", token));
                default ->
                    voters.get(random.nextInt(voters.size()))
                            .postJson(post + "/vote", "{\"value\":" + (random.nextInt(3) == 0 ? -1 : 1) + "}");
            }
            if (i % 40 == 39) {
                database.change(
                        "UPDATE answer_vote v JOIN answer a ON a.id = v.answer_id JOIN member m ON m.id = a.author_id"
                                + " SET v.voted_at = v.voted_at - INTERVAL 1 DAY WHERE m.nickname = ?",
                        ann.nickname());
                await().until(() -> database.of("SELECT COUNT(*) FROM outbox WHERE event LIKE '%questionId%'"
                                + " AND handler LIKE '%deleted-question%'")
                        == 0);
                assertAddsUp();
            }
        }
        assertThat(Visitor.guest().get("/member/" + ann.nickname() + "/").page().select("a[href$=/reputation/]"))
                .hasSize(1);
    }
}
