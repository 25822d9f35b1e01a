package askme.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The data of a question for search engines: the content of the page, and nothing that a browser executes. */
@QuarkusTest
@Tag("program")
class StructuredDataTest {

    private static final String TITLE = "</script><script>document.title='broken out'</script><!--";
    private static final int MORE_THAN_A_PAGE = 31;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @ConfigProperty(name = "askme.base-url")
    String site;

    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void askQuestion() {
        ann = Visitor.member("ann");
        bob = Visitor.member("bob");
        question = ann.ask(TITLE, "Does *it* break out?\n\n</script>", "");
    }

    @Test
    void questionIsAQaPageWithAllItsAnswers() {
        long accepted = bob.answer(question, "No: `<` is written as an escape.");
        bob.answer(question, "Another one.");
        ann.get("/question/" + question + "/");
        ann.submit("form[action=/answer/" + accepted + "/accept]", Map.of());
        JsonPath data = new JsonPath(blocks("").first().data());
        assertThat(data.getString("@type")).isEqualTo("QAPage");
        data.setRootPath("mainEntity");
        assertThat(data.getString("name")).isEqualTo(TITLE);
        assertThat(data.getString("text")).isEqualTo("Does it break out? </script>");
        assertThat(data.getInt("answerCount")).isEqualTo(2);
        assertThat(data.getString("author.name")).isEqualTo(ann.nickname());
        assertThat(data.getString("author.url")).isEqualTo(site + "/member/" + ann.nickname() + "/");
        assertThat(data.getString("datePublished")).endsWith("Z");
        assertThat(data.getString("acceptedAnswer.text")).isEqualTo("No: < is written as an escape.");
        assertThat(data.getString("acceptedAnswer.url"))
                .isEqualTo(site + "/question/" + question + "/#answer-" + accepted);
        assertThat(data.getList("suggestedAnswer.text")).containsExactly("Another one.");
    }

    @Test
    void commentsBelongToTheirPosts() {
        long answer = bob.answer(question, "With a comment.");
        comment("/question/" + question, "Is `</script>` a *word*?");
        comment("/answer/" + answer, "It is not.");
        JsonPath data = new JsonPath(blocks("").first().data()).setRootPath("mainEntity");
        assertThat(data.getList("comment.text")).containsExactly("Is </script> a word?");
        assertThat(data.getString("comment[0].author.name")).isEqualTo(bob.nickname());
        assertThat(data.getInt("commentCount")).isEqualTo(1);
        assertThat(data.getList("suggestedAnswer[0].comment.text")).containsExactly("It is not.");
    }

    private void comment(String post, String text) {
        bob.get(post + "/comments/");
        bob.submit(".comment-form", Map.of("text", text));
    }

    @Test
    void onlyGuestsGetItAndOnlyOnTheFirstPage() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            bob.answer(question, "Answer " + i);
        }
        assertThat(new JsonPath(blocks("").first().data()).getList("mainEntity.suggestedAnswer"))
                .hasSize(MORE_THAN_A_PAGE - 1);
        assertThat(blocks("?page=2")).isEmpty();
        assertThat(ann.get("/question/" + question + "/").page().select("script[type='application/ld+json']"))
                .isEmpty();
    }

    @Test
    void browserTreatsItAsDataWithoutViolation() {
        List<String> messages = new ArrayList<>();
        Page page = browsers.profile(Visitor.guest(), new Browser.NewContextOptions())
                .newPage();
        page.addInitScript("window.violations = [];"
                + "document.addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))");
        page.onConsoleMessage(message -> messages.add(message.text()));
        page.navigate("/question/" + question + "/");
        assertThat(page.title()).startsWith(TITLE);
        assertThat(page.evaluate("JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)"
                        + ".mainEntity.name"))
                .isEqualTo(TITLE);
        assertThat(page.locator("script:not([src]):not([type='application/ld+json'])")
                        .count())
                .isZero();
        assertThat((List<?>) page.evaluate("violations")).isEmpty();
        assertThat(messages).noneMatch(text -> text.contains("Content Security Policy"));
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))");
        assertThat((List<?>) page.evaluate("violations"))
                .as("a script would be reported")
                .isNotEmpty();
    }

    private Elements blocks(String query) {
        return Visitor.guest()
                .get("/question/" + question + "/" + query)
                .page()
                .select("script[type='application/ld+json']");
    }
}
