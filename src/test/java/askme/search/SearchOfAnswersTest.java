package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers in results, the order of suggestions, short words, and reasons for an empty result. */
@QuarkusTest
class SearchOfAnswersTest {

    /** A word that no other test uses. */
    private static String word(String name) {
        return Visitor.unique(name).replace("-", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonPath suggestions(String typed) {
        Reply reply = Visitor.guest().get("/search/suggestions?q=" + encoded(typed));
        assertThat(reply.status()).isEqualTo(200);
        return JsonPath.from(reply.body());
    }

    private static Reply results(String query) {
        Reply reply = Visitor.guest().get("/search/?q=" + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static List<String> cards(Reply reply) {
        return reply.page().select(".question-card").eachAttr("id");
    }

    @Test
    void answersAreSearched() {
        Visitor ann = Visitor.member("ann");
        String word = word("potto");
        long id = ann.ask("Something about an animal", "Which one is it?", "");
        long answer = ann.answer(id, "It may be **a " + word + "**, which sleeps all day.");
        Reply reply = results(word);
        assertThat(cards(reply)).containsExactly("question-" + id);
        assertThat(reply.page().select(".excerpt .in-answer").attr("href")).isEqualTo("/answer/" + answer + "/");
        assertThat(reply.page().select(".excerpt .in-answer").text()).isEqualTo("in an answer");
        assertThat(reply.page().select(".excerpt mark").text()).isEqualTo(word);
        assertThat(cards(results(word + "&sort=newest"))).containsExactly("question-" + id);
        JsonPath found = suggestions(word);
        assertThat(found.getString("[0].url")).isEqualTo("/answer/" + answer + "/");
        assertThat(found.getBoolean("[0].inAnswer")).isTrue();
        assertThat(cards(results(encoded(word + " is:unanswered")))).isEmpty();
    }

    @Test
    void questionThatMatchesItselfIsNotShownAsAnswer() {
        Visitor ann = Visitor.member("ann");
        String word = word("galago");
        long id = ann.ask("A " + word, "Which one is it?", "");
        ann.answer(id, "No " + word + " at all.");
        Reply reply = results(word);
        assertThat(cards(reply)).containsExactly("question-" + id);
        assertThat(reply.page().select(".in-answer")).isEmpty();
    }

    @Test
    void editedAndDeletedTextIsNotFoundAnyMore() {
        Visitor ann = Visitor.member("ann");
        String before = word("loris");
        String after = word("aye");
        long id = ann.ask("A question", "About a " + before, "");
        long answer = ann.answer(id, "Or a " + before + "answer");
        ann.get("/question/" + id + "/edit");
        ann.submit(".wide-form", Map.of("text", "About an " + after));
        assertThat(cards(results("-x+" + after))).containsExactly("question-" + id);
        assertThat(cards(results(before + "answer"))).containsExactly("question-" + id);
        assertThat(cards(results(encoded("\"" + before + "\"")))).isEmpty();
        ann.post("/answer/" + answer + "/delete", Map.of("csrf-token", ann.csrfToken()));
        // The results before may be in the cache.
        assertThat(cards(results(before + "answer&sort=newest"))).isEmpty();
    }

    @Test
    void wholeWordsAreSuggestedFirstThenAnsweredQuestions() {
        Visitor ann = Visitor.member("ann");
        String word = word("sifaka");
        long beginning = ann.ask("A " + word + "script question", "x", "");
        ann.answer(beginning, "Answered.");
        long whole = ann.ask("The question about " + word, "x", "");
        long answered = ann.ask("Another about " + word, "x", "");
        ann.answer(answered, "Answered.");
        assertThat(suggestions(word).getList("id", Long.class)).containsExactly(answered, whole, beginning);
    }

    @Test
    void shortWordsFindTitlesAndTags() {
        Visitor ann = Visitor.member("ann");
        String tag = word("short");
        long letter = ann.ask("How to learn Ж without a book", "x", tag);
        ann.ask("How to learn ЖЖ without a book", "x", tag);
        assertThat(cards(results(encoded("ж [" + tag + "]")))).containsExactly("question-" + letter);
        assertThat(suggestions("ж [" + tag + "]").getList("id", Long.class)).startsWith(letter);
    }

    @Test
    void emptyResultSaysWhy() {
        Visitor ann = Visitor.member("ann");
        assertThat(results(encoded("how to xyzzyqqq"))
                        .page()
                        .select(".empty .reason")
                        .text())
                .contains("how, to");
        assertThat(results(encoded("list user:no-such-member"))
                        .page()
                        .select(".empty .reason")
                        .text())
                .contains("“no-such-member”");
        assertThat(results(encoded("list [no-such-tag]"))
                        .page()
                        .select(".empty .reason")
                        .text())
                .contains("no-such-tag");
        assertThat(results(encoded("?!")).page().select(".empty .reason")).hasSize(1);
        assertThat(results("xyzzyqqq").page().select(".empty .reason")).isEmpty();
        assertThat(results(encoded("list user:" + ann.nickname())).page().select(".empty .reason"))
                .isEmpty();
    }
}
