package askme.search.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.QueryCosts;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that link each other, beside a question. */
@QuarkusTest
class LinkedQuestionsTest {

    @Inject
    LinkedQuestions linked;

    @Inject
    QuestionAddresses addresses;

    @Inject
    TestDatabase database;

    @Inject
    QueryCosts costs;

    @ConfigProperty(name = "askme.base-url")
    String site;

    private final String word = Visitor.unique("yak").replace("-", "");
    private Visitor ann;
    private long first;
    private long second;
    private long third;

    @BeforeEach
    void ask() {
        ann = Visitor.member("ann");
        first = ann.ask("First " + word, "No link in this text.", "");
        second = ann.ask("Second " + word, "See [the first](/question/" + first + "/) one.", "");
        third = ann.ask("Third " + word, "No link in this text.", "");
    }

    @Test
    void linksAreShownInBothDirectionsAndFollowTheTexts() {
        await().untilAsserted(() -> assertThat(shown(first)).containsExactly("Second " + word));
        assertThat(shown(second)).containsExactly("First " + word);
        assertThat(shown(third)).isEmpty();

        long answer = ann.answer(
                third, "As " + site + "/question/" + first + "/#answer-5 says, and /question/" + second + "/ too.");
        await().untilAsserted(() -> assertThat(shown(third)).containsExactly("First " + word));
        assertThat(shown(first)).containsExactly("Third " + word, "Second " + word);

        ann.get("/answer/" + answer + "/edit/");
        ann.submit("form:has(textarea[name=text])", Map.of("text", "No: see [the second](/question/" + second + "/)"));
        await().untilAsserted(() -> assertThat(shown(third)).containsExactly("Second " + word));
        assertThat(shown(first)).containsExactly("Second " + word);

        ann.post("/answer/" + answer + "/delete", Map.of("csrf-token", ann.csrfToken()));
        await().untilAsserted(() -> assertThat(shown(third)).isEmpty());

        ann.get("/question/" + second + "/edit/");
        ann.submit("form:has(textarea[name=text])", Map.of("text", "There is no link any longer."));
        await().untilAsserted(() -> assertThat(shown(first)).isEmpty());
    }

    @Test
    void deletedQuestionIsNotShown() {
        await().untilAsserted(() -> assertThat(shown(first)).containsExactly("Second " + word));
        ann.post("/question/" + second + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(shown(first)).isEmpty();
        assertThat(ann.get("/question/" + first + "/").page().select(".related.linked"))
                .isEmpty();
    }

    @Test
    void jobReadsTheTextsOfAnExistingSiteAndForgetsDeletedPosts() throws SQLException {
        await().untilAsserted(() -> assertThat(shown(first)).containsExactly("Second " + word));
        database.change("DELETE FROM question_link WHERE from_id = ?", second);
        database.change("DELETE FROM linked_question WHERE question_id IN (?, ?)", first, second);
        database.change(
                "INSERT INTO question_link (from_id, answer_id, to_id) VALUES (?, ?, ?)", third, 1L << 50, first);
        linked.show(first);
        assertThat(shown(first)).containsExactly("Third " + word);
        database.change("UPDATE link_progress SET position = 0, ended_at = NULL");
        linked.continueWithAll(Duration.ofDays(1), Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(shown(first)).containsExactly("Second " + word);
        assertThat(shown(second)).containsExactly("First " + word);
        assertThat(database.of("SELECT COUNT(*) FROM question_link WHERE from_id = ?", third))
                .isZero();
        assertThat(database.of("SELECT COUNT(*) FROM link_progress WHERE ended_at IS NULL"))
                .isZero();
    }

    @Test
    void onlyLinksToQuestionsOfThisSiteCount() {
        assertThat(addresses.in("[a](/question/1/) [b](/question/2/?page=3#answer-9) " + site
                        + "/question/3/ [c](/question/1/)"))
                .containsExactly(1L, 2L, 3L);
        for (String text : List.of(
                "`[a](/question/1/)`",
                "```\n<a href=\"/question/1/\">\n```",
                "https://example.org/question/1/",
                "[a](/question/x/) [b](/questions/1/) [c](/question/)",
                "[a](/question/9999999999999999999/)",
                "<a href=\"/question/1/\">a</a>")) {
            assertThat(addresses.in(text)).as(text).isEmpty();
        }
        assertThat(addresses.in("[a](/question/%d/) ".repeat(30).formatted((Object[]) ids(30))))
                .hasSize(QuestionAddresses.MOST);
    }

    @Test
    void linksOfAQuestionAreARange() {
        for (String sql : List.of(LinkedQuestions.LINKS_OF, LinkedQuestions.LINKS_TO)) {
            QueryCosts.Cost cost = costs.of(sql.replace("?", "1"), Map.of());
            assertThat(cost.fullScans()).isEmpty();
            assertThat(cost.read()).isLessThanOrEqualTo(1000);
        }
    }

    private static Long[] ids(int count) {
        Long[] ids = new Long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = i + 1L;
        }
        return ids;
    }

    private List<String> shown(long question) {
        return ann.get("/question/" + question + "/")
                .page()
                .select(".related.linked a")
                .eachText();
    }
}
