package askme.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Members change two questions at random. After each change a guest must see on each page what a render without the cache shows. Every
 * POST of the site is one of these changes, or is listed as one that changes no page of a question.
 */
@QuarkusTest
class PageCacheWalkTest {

    private static final int STEPS = 44;

    private static final Path CHANGE_NO_QUESTION_PAGE = Path.of("src/test/resources/askme/posts-of-no-question.txt");

    @Inject
    TestDatabase testDatabase;

    private final long seed = Long.getLong("askme.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Visitor> members = new ArrayList<>();
    private final List<Long> questions = new ArrayList<>();
    private final List<Long> answers = new ArrayList<>();
    private final Map<Long, Visitor> askers = new HashMap<>();
    private final Map<Long, Visitor> answerers = new HashMap<>();
    private Visitor chief;

    private final Map<String, Runnable> changes = new HashMap<>(Map.ofEntries(
            Map.entry("/question/{id}/edit", this::editQuestion),
            Map.entry("/question/{id}/revisions/{number}/restore", () -> restore("question", any(questions))),
            Map.entry("/answer/{id}/revisions/{number}/restore", () -> restore("answer", any(answers))),
            Map.entry("/question/{id}/vote", () -> vote("question", any(questions))),
            Map.entry("/question/{id}/delete", this::replaceQuestion),
            Map.entry("/question/{id}/answers", this::answer),
            Map.entry("/question/{id}/comments", () -> comment("question", any(questions))),
            Map.entry("/answer/{id}/edit", this::editAnswer),
            Map.entry("/moderation/edits/{id}/take", this::takeSuggestion),
            Map.entry("/answer/{id}/vote", () -> vote("answer", any(answers))),
            Map.entry("/answer/{id}/accept", this::accept),
            Map.entry("/answer/{id}/comments", () -> comment("answer", any(answers))),
            Map.entry("/answer/{id}/delete", this::deleteAnswer),
            Map.entry("/answer/{id}/undelete", () -> changeDeleted("undelete")),
            Map.entry("/answer/{id}/purge", () -> changeDeleted("purge")),
            Map.entry("/question/{id}/undelete", this::deleteAndUndeleteQuestion),
            Map.entry("/question/{id}/purge", this::purgeQuestion),
            Map.entry(
                    "/comment/{id}/edit",
                    () -> changeComment("edit", Map.of("text", "Edited " + random.nextInt(9_999)))),
            Map.entry("/comment/{id}/answer", () -> changeComment("answer", Map.of())),
            Map.entry("/comment/{id}/vote", () -> vote("comment", lastComment())),
            Map.entry("/comment/{id}/delete", () -> changeComment("delete", Map.of())),
            Map.entry("/profile/edit", this::rename),
            Map.entry("/member/{nickname}/suspension", this::suspend)));

    @BeforeEach
    void prepare() {
        chief = Visitor.member("walkChief");
        testDatabase.change("UPDATE member SET admin = 1 WHERE nickname = ?", chief.nickname());
        chief = Visitor.guest().signIn(chief.nickname());
        for (int i = 0; i < 4; i++) {
            members.add(Visitor.member("walker"));
        }
        changes.putAll(new OrderChanges(testDatabase, random, chief, questions, answers, askers, this::compare).all());
        ask();
        ask();
        answer();
        answer();
    }

    @Test
    void guestNeverSeesAnOldPage() {
        List<String> names = changes.keySet().stream().sorted().toList();
        for (int step = 0; step < STEPS; step++) {
            String change = step < names.size() ? names.get(step) : any(names);
            changes.get(change).run();
            compare(change);
        }
    }

    private void compare(String change) {
        for (long question : questions) {
            assertThat(read(question, ""))
                    .as("%s, -Daskme.test.seed=%d", change, seed)
                    .isEqualTo(read(question, "not-cached=1"));
        }
    }

    @Test
    void everyPostIsAChangeOrListed() throws IOException {
        Set<String> posts = Files.readAllLines(Path.of("src/test/resources/askme/external-names.txt")).stream()
                .map(line -> line.replaceFirst("^\\+ ", ""))
                .filter(line -> line.startsWith("POST "))
                .map(line -> line.split(" ")[1])
                .map(path -> path.replace("/revisions/{n}", "/revisions/{number}"))
                .map(path -> path.replace("{n}", "{id}").replaceFirst("(?<=.)/$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        posts.removeAll(changes.keySet());
        assertThat(posts)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(CHANGE_NO_QUESTION_PAGE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    /** The page without what may be old: the moment of reading, the ratings of authors, the sidebar. */
    private static String read(long question, String cookie) {
        Document page = Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "en")
                .header("Cookie", cookie)
                .get("/question/" + question + "/")
                .body()
                .asString());
        page.select("[data-as-of]").removeAttr("data-as-of");
        page.select(".author-rating, aside").remove();
        return page.outerHtml();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void ask() {
        Visitor author = any(members);
        long id = author.ask("A question of the walk " + random.nextInt(1_000_000), "Text " + seed, "walk");
        questions.add(id);
        askers.put(id, author);
        read(id, "");
    }

    private void editQuestion() {
        long id = any(questions);
        Visitor author = askers.get(id);
        author.get("/question/" + id + "/edit/");
        author.submit("form:has(textarea[name=text])", Map.of("title", "Title " + random.nextInt(1_000_000)));
    }

    private void takeSuggestion() {
        Visitor proposer = Visitor.member("proposer");
        proposer.get("/question/" + any(questions) + "/edit/");
        proposer.submit("form:has(textarea[name=text])", Map.of("text", "Suggested " + random.nextInt(1_000_000)));
        long id = testDatabase.of(
                "SELECT MAX(s.id) FROM edit_suggestion s JOIN member m ON m.id = s.proposer_id WHERE m.nickname = ?",
                proposer.nickname());
        chief.get("/moderation/edits/" + id + "/");
        chief.submit("form[action$=/take]", Map.of());
    }

    private void replaceQuestion() {
        long id = questions.remove(0);
        chief.post("/question/" + id + "/delete", Map.of("csrf-token", chief.csrfToken()));
        assertThat(RestAssured.get("/question/" + id + "/").statusCode()).isEqualTo(404);
        ask();
        answer();
    }

    private void deleteAndUndeleteQuestion() {
        long id = any(questions);
        for (String step : List.of("delete", "undelete")) {
            chief.post("/question/" + id + "/" + step, Map.of("csrf-token", chief.csrfToken()));
            assertThat(RestAssured.get("/question/" + id + "/").statusCode())
                    .isEqualTo(step.equals("delete") ? 404 : 200);
        }
    }

    private void purgeQuestion() {
        long id = questions.get(0);
        replaceQuestion();
        chief.post("/question/" + id + "/purge", Map.of("csrf-token", chief.csrfToken()));
        assertThat(RestAssured.get("/question/" + id + "/").statusCode()).isEqualTo(404);
    }

    private void answer() {
        Visitor author = any(members);
        long id = author.answer(any(questions), "An answer " + random.nextInt(1_000_000));
        answers.add(id);
        answerers.put(id, author);
    }

    private void comment(String kind, long id) {
        Visitor author = any(members);
        String path = "/" + kind + "/" + id + "/comments";
        author.post(path, Map.of("csrf-token", author.csrfToken(), "text", "A comment " + random.nextInt(1_000_000)));
    }

    private void changeComment(String change, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("csrf-token", chief.csrfToken());
        chief.post("/comment/" + lastComment() + "/" + change, fields);
    }

    /** Any comment will do, also one of another test. */
    private long lastComment() {
        return testDatabase.of("SELECT COALESCE(MAX(id), 0) FROM comment");
    }

    private void editAnswer() {
        long id = any(answers);
        Visitor author = answerers.get(id);
        author.get("/answer/" + id + "/edit/");
        if (author.last().status() == 200) {
            author.submit("form:has(textarea[name=text])", Map.of("text", "Edited " + random.nextInt(1_000_000)));
        }
    }

    private void restore(String kind, long id) {
        String path = "/" + kind + "/" + id + "/revisions/1/restore";
        chief.post(path, Map.of("csrf-token", chief.csrfToken()));
    }

    private void vote(String kind, long id) {
        any(members).postJson("/" + kind + "/" + id + "/vote", "{\"value\":" + (random.nextBoolean() ? 1 : -1) + "}");
    }

    private void accept() {
        long question = any(questions);
        askers.get(question).postJson("/answer/" + any(answers) + "/accept", "");
    }

    private void deleteAnswer() {
        long id = any(answers);
        answerers
                .get(id)
                .post(
                        "/answer/" + id + "/delete",
                        Map.of("csrf-token", answerers.get(id).csrfToken()));
    }

    private void changeDeleted(String change) {
        deleteAnswer();
        long id = testDatabase.of("SELECT COALESCE(MAX(answer_id), 0) FROM deleted_post");
        chief.post("/answer/" + id + "/" + change, Map.of("csrf-token", chief.csrfToken()));
    }

    private void rename() {
        Visitor member = any(members);
        member.get("/profile/edit/");
        member.submit("form:has([name=nickname])", Map.of("nickname", Visitor.unique("renamed")));
    }

    private void suspend() {
        Visitor member = Visitor.member("suspended");
        long id = member.answer(any(questions), "Before the suspension");
        answers.add(id);
        answerers.put(id, chief);
        for (String on : List.of("on", "off")) {
            chief.post(
                    "/member/" + member.nickname() + "/suspension",
                    Map.of("csrf-token", chief.csrfToken(), "suspended", on));
        }
    }
}
