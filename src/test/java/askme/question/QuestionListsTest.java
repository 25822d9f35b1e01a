package askme.question;

import static org.assertj.core.api.Assertions.assertThat;

import askme.question.listed.ListedSweep;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of active and unanswered questions, and every list with a tag. */
@QuarkusTest
class QuestionListsTest {

    @Inject
    TestDatabase database;

    @Inject
    ListedSweep sweep;

    private final String tag = Visitor.unique("listed");
    private Visitor ann;
    private Visitor bob;

    @BeforeEach
    void signUp() {
        ann = Visitor.member("listAnn");
        bob = Visitor.member("listBob");
    }

    @Test
    void answerEditAndCommentMakeAQuestionActive() {
        long first = ask("first");
        long second = ask("second");
        long third = ask("third");
        assertThat(shown("/active/")).containsExactly(third, second, first);
        long answer = bob.answer(first, "An answer");
        assertThat(shown("/active/")).containsExactly(first, third, second);
        ann.get("/question/" + second + "/edit/");
        ann.submit("form:has(textarea[name=text])", Map.of("title", "Another title"));
        assertThat(shown("/active/")).containsExactly(second, first, third);
        comment("/question/" + third + "/comments");
        assertThat(shown("/active/")).containsExactly(third, second, first);
        comment("/answer/" + answer + "/comments");
        assertThat(shown("/active/")).containsExactly(first, third, second);
        vote("answer", answer, ann);
        assertThat(shown("/active/")).containsExactly(first, third, second);
        assertThat(shown("/")).containsExactly(third, second, first);
    }

    @Test
    void activeListShowsTheTimeOfTheLastActivity() {
        long quiet = ask("quiet");
        long busy = ask("busy");
        bob.answer(busy, "An answer");
        Document active = ann.get("/active/?tag=" + tag).page();
        assertThat(active.select("#question-" + quiet + " .activity")).isEmpty();
        assertThat(active.select("#question-" + busy + " .activity").text()).startsWith("active ");
        assertThat(ann.get("/?tag=" + tag).page().select(".activity")).isEmpty();
    }

    @Test
    void goodAnswerEndsAndReopensTheListOfUnanswered() {
        long question = ask("unanswered");
        long other = ask("other");
        assertThat(shown("/unanswered/")).containsExactly(other, question);
        long answer = bob.answer(question, "Perhaps");
        assertThat(shown("/unanswered/")).containsExactly(other, question);
        vote("answer", answer, ann);
        assertThat(shown("/unanswered/")).containsExactly(other);
        vote("answer", answer, ann); // takes the vote back
        assertThat(shown("/unanswered/")).containsExactly(other, question);
        ann.postJson("/answer/" + answer + "/accept", "");
        assertThat(shown("/unanswered/")).containsExactly(other);
        long better = bob.answer(question, "Certainly");
        ann.postJson("/answer/" + better + "/accept", ""); // moves the mark
        assertThat(shown("/unanswered/")).containsExactly(other);
        bob.post("/answer/" + better + "/delete", Map.of("csrf-token", bob.csrfToken()));
        assertThat(shown("/unanswered/")).containsExactly(other, question);
    }

    @Test
    void questionIsListedWithItsTagsOnly() {
        long question = ask("moved");
        String before = tag;
        String after = Visitor.unique("moved");
        bob.answer(question, "An answer");
        ann.get("/question/" + question + "/edit/");
        ann.submit("form:has(textarea[name=text])", Map.of("tags", after));
        for (String list : List.of("/", "/hot/", "/active/", "/unanswered/")) {
            if (database.of("SELECT question_count FROM tag WHERE name = ?", before) == 0) {
                assertThat(cards(ann.get(list + "?tag=" + before).page())).isEmpty();
            }
            assertThat(cards(ann.get(list + "?tag=" + after).page())).containsExactly(question);
        }
        assertThat(cards(ann.get("/active/").page())).contains(question);
    }

    @Test
    void tagPageHasTheTabsOfItsLists() {
        long question = ask("tabs");
        for (String path :
                List.of("/tag/" + tag + "/", "/?tag=" + tag, "/active/?tag=" + tag, "/unanswered/?tag=" + tag)) {
            Document page = ann.get(path).page();
            assertThat(page.select(".list-tabs a").eachAttr("href"))
                    .containsExactly(
                            "/?tag=" + tag, "/active/?tag=" + tag, "/unanswered/?tag=" + tag, "/tag/" + tag + "/");
            assertThat(page.select(".list-tabs [aria-current]").attr("href")).isEqualTo(path);
            assertThat(cards(page)).containsExactly(question);
            assertThat(page.select("h1").text()).contains(tag);
        }
        assertThat(ann.get("/hot/?tag=" + tag).page().select("h1").text()).isEqualTo("Top questions tagged " + tag);
        assertThat(ann.speaking("ru")
                        .get("/active/?tag=" + tag)
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Активные вопросы с тегом " + tag);
    }

    @Test
    void numbersShowTheFirstPageOfAListByKey() {
        for (int i = 0; i < 21; i++) {
            ask("paged " + i);
        }
        for (String list : List.of("/active/?tag=", "/unanswered/?tag=", "/?tag=", "/hot/?tag=")) {
            List<Long> first = cards(ann.get(list + tag).page());
            String next = ann.last().page().select(".paginator [rel=next]").attr("href");
            assertThat(first).hasSize(20);
            assertThat(cards(ann.get(list + tag + "&page=2").page())).isEqualTo(first);
            assertThat(cards(ann.get(next).page())).hasSize(1).doesNotContainAnyElementsOf(first);
            assertThat(ann.last().page().select(".paginator a").eachAttr("href"))
                    .containsExactly(list + tag);
            assertThat(Visitor.guest().get(next).page().select(".question-card"))
                    .hasSize(1); // also from the cache
            assertThat(Visitor.guest().get(list + tag).page().select(".question-card"))
                    .hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-1",
                "0",
                "1.1",
                "-5.3",
                "999999999999999999.1",
                "-999999999999999999.1",
                "999999999999999999",
                "%00",
                "%D9%A3",
                "1%27",
                ""
            })
    void anyKeyIsAPage(String before) {
        ask("hostile");
        for (String path : List.of("/active/?", "/unanswered/?", "/?tag=" + tag + "&", "/hot/?tag=" + tag + "&")) {
            assertThat(ann.get(path + "before=" + before).status())
                    .as(path + before)
                    .isIn(200, 400);
        }
    }

    @Test
    void tagIsFoundInAnySpellingAndElse404() {
        ask("spelling");
        assertThat(ann.get("/active/?tag=" + tag.toUpperCase(java.util.Locale.ROOT))
                        .page()
                        .select("link[rel=canonical]")
                        .attr("href"))
                .endsWith("/active/?tag=" + tag);
        for (String list : List.of("/", "/hot/", "/active/", "/unanswered/")) {
            assertThat(ann.get(list + "?tag=no-such-tag-anywhere").status()).isEqualTo(404);
            assertThat(ann.get(list + "?tag=").status()).isEqualTo(200);
        }
        String none = Visitor.unique("none");
        long question = ann.ask("A question with a tag that is removed", "Some text for it", none);
        ann.post("/question/" + question + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(ann.get("/unanswered/?tag=" + none).page().select(".empty").text())
                .isEqualTo("There are no unanswered questions here.");
    }

    @Test
    void listsStayCorrectThroughRandomChanges() throws SQLException {
        long seed = Long.getLong("askme.test.seed", System.nanoTime());
        Random random = new Random(seed);
        Visitor chief = Visitor.member("listChief");
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        long question = ask("walk");
        for (int step = 0; step < 40; step++) {
            long answer = database.of(
                    "SELECT id FROM answer WHERE question_id = ? AND hidden = 0 ORDER BY RAND() LIMIT 1", question);
            switch (answer == 0 ? 0 : random.nextInt(7)) {
                case 0 -> bob.answer(question, "Answer " + step);
                case 1 -> vote("answer", answer, random.nextBoolean() ? ann : chief);
                case 2 -> chief.postJson("/answer/" + answer + "/vote", "{\"value\":-1}");
                case 3 -> ann.postJson("/answer/" + answer + "/accept", "");
                case 4 -> bob.post("/answer/" + answer + "/delete", Map.of("csrf-token", bob.csrfToken()));
                case 5 -> undeleteAny(bob, question);
                default -> comment("/answer/" + answer + "/comments");
            }
            assertThat(stale(question))
                    .as("step %d, -Daskme.test.seed=%d", step, seed)
                    .isEmpty();
        }
        chief.post("/question/" + question + "/delete", Map.of("csrf-token", chief.csrfToken()));
        assertThat(rows(question)).isZero();
    }

    private void undeleteAny(Visitor author, long question) {
        long deleted = database.of("SELECT MIN(answer_id) FROM deleted_post WHERE question_id = ?", question);
        author.post("/answer/" + deleted + "/undelete", Map.of("csrf-token", author.csrfToken()));
    }

    @Test
    void listsOfAnExistingSiteAreFilled() throws SQLException {
        long question = ask("existing");
        long answer = bob.answer(question, "Good");
        vote("answer", answer, ann);
        long gone = database.of("SELECT MAX(question_id) + 1000 FROM listed_question");
        database.change("DELETE FROM listed_question WHERE question_id = ?", question);
        database.change(
                "INSERT INTO listed_question (question_id, tag_id, active_at) VALUES (?, 0, '2020-01-01')", gone);
        bob.answer(question, "While the list is not filled, nothing fails");
        assertThat(sweep.compare(true)).isPositive();
        assertThat(rows(question)).isEqualTo(2);
        assertThat(rows(gone)).isZero();
        assertThat(stale(question)).isEmpty();
        assertThat(database.of(
                        "SELECT good_answers FROM listed_question WHERE question_id = ? AND tag_id = 0", question))
                .isEqualTo(1);
        assertThat(shown("/active/")).containsExactly(question);
    }

    @Test
    void guestsMayGetTheListsFromACache() {
        for (String path : List.of("/active/", "/unanswered/", "/active/?before=5")) {
            assertThat(RestAssured.get(path).header("Cache-Control")).as(path).startsWith("public");
        }
    }

    private long ask(String title) {
        return ann.ask("A question for the lists: " + title, "Some text for it", tag);
    }

    private List<Long> shown(String list) {
        return cards(ann.get(list + "?tag=" + tag).page());
    }

    private static List<Long> cards(Document page) {
        return page.select(".question-card").eachAttr("id").stream()
                .map(id -> Long.valueOf(id.substring("question-".length())))
                .toList();
    }

    private void comment(String path) {
        bob.post(path, Map.of("csrf-token", bob.csrfToken(), "text", "A comment " + Visitor.unique("no")));
    }

    private static void vote(String kind, long id, Visitor voter) {
        assertThat(voter.postJson("/" + kind + "/" + id + "/vote", "{\"value\":1}")
                        .status())
                .isEqualTo(200);
    }

    private List<Long> stale(long question) {
        return database.all(ListedSweep.STALE
                .replaceFirst(">= \\?", ">= " + question)
                .replaceFirst("< \\?", "< " + (question + 1))
                .replace("LIMIT ?", "LIMIT 1"));
    }

    private long rows(long question) {
        return database.of("SELECT COUNT(*) FROM listed_question WHERE question_id = ?", question);
    }
}
