package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Outage;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("program")
class SearchResourceTest {

    @Inject
    PrefixTable prefixes;

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
    void titleMatchesComeBeforeBodyMatches() {
        Visitor ann = Visitor.member("ann");
        String word = word("numbat");
        long inBody = ann.ask("Something about an animal", "It is a " + word + ".", "");
        long inTitle = ann.ask("Is a <b>" + word + "</b> an animal?", "Or not?", "");
        JsonPath found = suggestions(word.substring(0, word.length() - 1));
        assertThat(found.getList("id", Long.class)).containsExactly(inTitle, inBody);
        assertThat(found.getString("[0].title")).isEqualTo("Is a <b>" + word + "</b> an animal?");
        assertThat(found.getString("[0].url")).isEqualTo("/question/" + inTitle + "/");
        assertThat(found.getInt("[0].answers")).isZero();
        assertThat(found.getBoolean("[0].accepted")).isFalse();
        assertThat(found.getString("[0].html"))
                .contains("&lt;b&gt;<mark>" + word.substring(0, word.length() - 1) + "</mark>");
    }

    @Test
    void atMostEightSuggestionsAreShown() {
        Visitor ann = Visitor.member("ann");
        String word = word("bilby");
        for (int i = 0; i < 6; i++) {
            ann.ask("A " + word + " question " + i, "x", "");
        }
        List<Long> bodies = LongStream.range(0, 6)
                .map(i -> ann.ask("Another question " + i, "with a " + word, ""))
                .boxed()
                .toList();
        List<Long> found = suggestions(word).getList("id", Long.class);
        assertThat(found).hasSize(8);
        assertThat(found.subList(0, 6)).doesNotContainAnyElementsOf(bodies);
        assertThat(bodies).containsAll(found.subList(6, 8));
    }

    @Test
    void unindexedWordIsFoundAtTheStartOfATitle() {
        long id = Visitor.member("ann").ask("C# or F# " + word("which"), "x", "");
        assertThat(suggestions("c# or").getList("id", Long.class)).contains(id);
        assertThat(cards(results("c%23+or"))).contains("question-" + id);
    }

    @Test
    void commonPrefixesAreReadFromTheTable() {
        Visitor ann = Visitor.member("ann");
        String word = word("quoll");
        for (int i = 0; i < 9; i++) {
            ann.ask("A " + word + " number " + i, "x", "");
        }
        prefixes.rebuild();
        assertThat(prefixes.best("quo")).hasSize(8);
        assertThat(suggestions("quo").getList("id", Long.class)).isEqualTo(prefixes.best("quo"));
        assertThat(suggestions("quo").getString("[0].html")).contains("<mark>quo</mark>");
    }

    @Test
    void resultsAreMarkedAndSortedByRelevanceOrAge() {
        Visitor ann = Visitor.member("ann");
        String word = word("dunnart");
        long title = ann.ask("The " + word + " & its food", "x", "");
        long body =
                ann.ask("Food of animals", "long text ".repeat(60) + "the " + word + " eats " + "more ".repeat(60), "");
        Reply relevance = results(word);
        assertThat(cards(relevance)).containsExactly("question-" + title, "question-" + body);
        assertThat(relevance.page().select(".question-card h2 mark").text()).isEqualTo(word);
        assertThat(relevance.page().select(".excerpt mark").text()).isEqualTo(word);
        assertThat(relevance.page().select(".total").text()).isEqualTo("2 questions");
        assertThat(cards(results(word + "&sort=newest"))).containsExactly("question-" + body, "question-" + title);
    }

    @Test
    void titleWordRanksAboveManyBodyWords() {
        Visitor ann = Visitor.member("ann");
        String quokka = word("quokka");
        String kiwi = word("kiwi");
        long body = ann.ask("Something else", (quokka + " " + kiwi + " ").repeat(9), "");
        long title = ann.ask("A " + quokka + " question", "with a " + kiwi, "");
        assertThat(cards(results(quokka + "+" + kiwi))).containsExactly("question-" + title, "question-" + body);
    }

    @Test
    void unindexedNameFindsQuestionsOfItsTag() {
        Visitor ann = Visitor.member("ann");
        long tagged = ann.ask("Something about a language", "x", "q7#");
        assertThat(cards(results("q7%23"))).containsExactly("question-" + tagged);
    }

    @Test
    void unindexedNameSuggestsQuestionsOfItsTag() {
        Visitor ann = Visitor.member("ann");
        long tagged = ann.ask("Something about a language", "x", "q8#");
        long title = ann.ask("Q8# or not?", "x", "");
        long better = ann.ask("Another thing about it", "x", "q8#");
        Visitor.member("bob").postJson("/question/" + better + "/vote", "{\"value\": 1}");
        assertThat(suggestions("q8#").getList("id", Long.class)).containsExactly(title, better, tagged);
        assertThat(suggestions("Q8# is:answered").getList("id", Long.class)).isEmpty();
        assertThat(cards(results("q8%23"))).contains("question-" + title, "question-" + better, "question-" + tagged);
    }

    @Test
    void tagWithSignsDiffersFromTheWordInIt() {
        Visitor ann = Visitor.member("ann");
        String word = word("cuscus");
        String tag = "." + word;
        long tagged = ann.ask("Something about a framework", "x", tag);
        long literal = ann.ask("What is " + tag.toUpperCase() + "?", "x", "");
        long body = ann.ask("Something else", word + "es", "");
        long title = ann.ask("About " + word + "es", "x", "");
        assertThat(suggestions(tag).getList("id", Long.class)).containsExactly(literal, tagged, title, body);
        assertThat(suggestions(word).getList("id", Long.class)).doesNotContain(tagged);
        assertThat(cards(results(encoded(tag)))).contains("question-" + tagged).hasSize(4);
        assertThat(cards(results(encoded(tag) + "&sort=newest")))
                .containsExactly("question-" + title, "question-" + body, "question-" + literal, "question-" + tagged);
    }

    @Test
    void tagWithSignsRanksAboveACommonPrefix() {
        Visitor ann = Visitor.member("ann");
        String word = word("cuscus");
        long tagged = ann.ask("Something about a framework", "x", "." + word);
        for (int i = 0; i < 9; i++) {
            ann.ask("A " + word + "es number " + i, "x", "");
        }
        prefixes.rebuild();
        assertThat(suggestions("." + word).getList("id", Long.class))
                .startsWith(tagged)
                .hasSize(8);
        assertThat(suggestions(word).getList("id", Long.class)).isEqualTo(prefixes.best(word));
        assertThat(suggestions(word + ".").getList("id", Long.class)).isEqualTo(prefixes.best(word));
    }

    @Test
    void operatorsFilterResults() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        String word = word("potoroo");
        String tag = word("c+");
        long tagged = ann.ask(word + " of the woods", "x", tag);
        long plain = bob.ask("woods of " + word, "x", "");
        ann.answer(plain, "An answer.");
        assertThat(cards(results(word))).hasSize(2);
        assertThat(cards(results(encoded(word + " [" + tag + "]")))).containsExactly("question-" + tagged);
        assertThat(cards(results(encoded(word + " user:" + bob.nickname())))).containsExactly("question-" + plain);
        assertThat(cards(results(encoded(word + " is:answered")))).containsExactly("question-" + plain);
        assertThat(cards(results(encoded(word + " is:unanswered")))).containsExactly("question-" + tagged);
        assertThat(cards(results(encoded("\"woods of " + word + "\"")))).containsExactly("question-" + plain);
        assertThat(cards(results(encoded("[" + tag + "]")))).containsExactly("question-" + tagged);
        assertThat(cards(results(encoded(word + " [no-such-tag-" + word + "]"))))
                .isEmpty();
        assertThat(cards(results(encoded(word + " user:nobody-" + word)))).isEmpty();
    }

    @Test
    void excludedWordsAreNotFound() {
        Visitor ann = Visitor.member("ann");
        String word = word("wallaby");
        long red = ann.ask("A red " + word, "x", "");
        ann.ask("A green " + word, "x", "");
        assertThat(cards(results(encoded(word + " -green")))).containsExactly("question-" + red);
    }

    @Test
    void resultsArePaged() {
        Visitor ann = Visitor.member("ann");
        String word = word("kowari");
        for (int i = 0; i < 21; i++) {
            ann.ask("A " + word + " " + i, "x", "");
        }
        assertThat(cards(results(word))).hasSize(20);
        assertThat(cards(results(word + "&page=2"))).hasSize(1);
        assertThat(cards(results(word + "&page=999999"))).hasSize(1);
        assertThat(cards(results(word + "&page=abc"))).hasSize(20);
    }

    @Test
    void emptyResultShowsAdvice() {
        Reply reply = results("xyzzyqqq");
        assertThat(reply.page().select(".empty").text()).contains("“xyzzyqqq”");
        assertThat(reply.page().select(".empty li")).isNotEmpty();
        assertThat(reply.page().select(".search-help dt").eachText()).contains("is:answered");
        assertThat(results("").page().select(".empty")).isEmpty();
    }

    @Test
    void similarQuestionsShareRareWordsOfTheTitle() {
        Visitor ann = Visitor.member("ann");
        String word = word("bandicoot");
        long id = ann.ask("How to feed a " + word + " at night", "x", "");
        Reply reply =
                Visitor.guest().get("/search/similar?q=" + encoded("Why does my " + word + " not sleep at night?"));
        assertThat(JsonPath.from(reply.body()).getList("id", Long.class)).startsWith(id);
    }

    @Test
    void searchWorksWithoutTheCache() {
        String word = word("pademelon");
        long id = Visitor.member("ann").ask("A " + word, "x", "");
        try (Outage redis = Outage.of(Outage.REDIS)) {
            assertThat(suggestions(word).getList("id", Long.class)).containsExactly(id);
            assertThat(cards(results(word))).containsExactly("question-" + id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "%",
                "%%%%",
                "+",
                "-",
                "*",
                "((((((((",
                "c++",
                "a@b.com",
                "word +",
                "'; DROP TABLE question; --",
                "<script>alert(1)</script>",
                "\u0000",
                "😀",
                "[",
                "[]",
                "user:",
                "is:",
                "user:\"",
                "[java] [java] [java] [java]",
                "   "
            })
    void strangeInputNeverBreaksAPage(String typed) {
        assertThat(results(encoded(typed)).body()).doesNotContain("<script>alert");
        suggestions(typed);
        assertThat(Visitor.guest().get("/search/similar?q=" + encoded(typed)).status())
                .isEqualTo(200);
    }

    @Test
    void longTextIsCut() {
        suggestions("long words ".repeat(300));
        results(encoded("long words ".repeat(300)));
    }
}
