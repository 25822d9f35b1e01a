package askme.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of answers in the address of a question. */
@QuarkusTest
class AnswerOrderTest {

    private static final int ANSWERS = 65;

    @Inject
    TestDatabase database;

    private long question;

    @BeforeEach
    void askWithAnswers() {
        Visitor ann = Visitor.member("orderAnn");
        question = ann.ask("Which order do answers have?", "Some text for it", "orders");
        for (int i = 0; i < ANSWERS; i++) {
            database.change(
                    "INSERT INTO answer (question_id, author_id, body, answered_at, rating)"
                            + " SELECT ?, id, 'An answer', NOW(6), ? FROM member WHERE nickname = ?",
                    question,
                    i * 7 % 5,
                    ann.nickname());
        }
        database.change("UPDATE question SET answer_count = ? WHERE id = ?", ANSWERS, question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void pagesHaveTheAnswersByAge(String sort) {
        String order = sort.equals("newest") ? "id DESC" : "id";
        for (int number = 1; number <= 3; number++) {
            String path = "/question/" + question + "/?sort=" + sort + "&page=" + number;
            Document page = Visitor.guest().get(path).page();
            assertThat(ids(page))
                    .isEqualTo(
                            database.all("SELECT id FROM answer WHERE question_id = %d ORDER BY %s LIMIT 30 OFFSET %d"
                                    .formatted(question, order, (number - 1) * 30)));
            assertThat(page.select(".answers-head [aria-current]").attr("href"))
                    .isEqualTo("/question/" + question + "/?sort=" + sort + "#answers-section");
            assertThat(page.select(".paginator a[href]").eachAttr("href"))
                    .allMatch(link -> link.contains("sort=" + sort));
            assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/question/" + question + "/");
            assertThat(page.select("script[type=application/ld+json]")).isEmpty();
        }
    }

    @Test
    void bestIsTheOrderWithoutAName() {
        List<Long> best = ids(Visitor.guest().get("/question/" + question + "/").page());
        for (String sort : List.of("best", "", "x", "NEWEST", "%00", "newest%27")) {
            Visitor.Reply reply = Visitor.guest().get("/question/" + question + "/?sort=" + sort);
            if (reply.status() == 200) {
                assertThat(ids(reply.page())).as(sort).isEqualTo(best);
            } else {
                assertThat(reply.status()).as(sort).isEqualTo(400);
            }
        }
        long last = best.get(29);
        assertThat(Visitor.guest().get("/answer/" + last + "/").url())
                .endsWith("/question/" + question + "/#answer-" + last);
    }

    private static List<Long> ids(Document page) {
        return page.select("#answers > [data-answer-id]").eachAttr("data-answer-id").stream()
                .map(Long::valueOf)
                .toList();
    }
}
