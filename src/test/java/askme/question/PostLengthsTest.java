package askme.question;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("one-process") // replaces a bean of the process that answers
class PostLengthsTest {

    private static final String FORM = "form:has(textarea[name=text])";

    private record Config(int minTitle, int minQuestion, int minAnswer) implements PostsConfig {}

    private Visitor ann;

    @BeforeEach
    void signUp() {
        ann = Visitor.member("ann");
        useTheDefaults();
    }

    private static void useTheDefaults() {
        QuarkusMock.installMockForType(new PostLengths(new Config(10, 20, 10)), PostLengths.class);
    }

    private Reply ask(String title, String text) {
        ann.get("/ask/");
        return ann.submit(FORM, Map.of("title", title, "text", text, "tags", ""));
    }

    private static void assertShort(Reply page, String field, int min) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#" + field + "-error").text()).startsWith("Too short. Write at least " + min);
    }

    @Test
    void shortPostsAreRefusedAndTheirTextIsKept() {
        Reply page = ask("x", "y");
        assertShort(page, "title", 10);
        assertShort(page, "text", 20);
        assertThat(page.page().selectFirst("textarea").wholeText()).isEqualTo("y");
        assertThat(page.page().selectFirst("[name=title]").attr("value")).isEqualTo("x");
        assertShort(ask("Why is it so short?", "**a** [b](https://example.org/long/address)"), "text", 20);

        long question = ann.ask("Is this long enough?", "It has twenty visible letters.", "");
        ann.get("/question/" + question + "/");
        assertShort(ann.submit(FORM, Map.of("text", "Yes. So.")), "text", 10);
        assertThat(ann.answer(question, "Yes, it is long.")).isPositive();
    }

    @Test
    void denseScriptsNeedAThirdOfTheCharacters() {
        assertThat(ask("如何检索", "全文检索怎么用呢").url()).contains("/question/");
        assertThat(ask("한국어?", "한국어로 질문합니다").url()).contains("/question/");
        assertShort(ask("如何", "全文检索怎么用"), "title", 10);
    }

    @Test
    void olderShortPostMayStayShort() {
        QuarkusMock.installMockForType(new PostLengths(new Config(0, 0, 0)), PostLengths.class);
        long question = ann.ask("Eh?", "No.", "");
        long answer = ann.answer(question, "Ja.");
        useTheDefaults();
        ann.get("/question/" + question + "/edit");
        assertThat(ann.submit(FORM, Map.of("text", "No!")).url()).contains("/question/" + question + "/");
        ann.get("/answer/" + answer + "/edit");
        assertThat(ann.submit(FORM, Map.of("text", "Ja!")).status()).isEqualTo(200);

        long longer = ann.ask("Is this long enough?", "It has twenty visible letters.", "");
        ann.get("/question/" + longer + "/edit");
        assertShort(ann.submit(FORM, Map.of("title", "Is it?")), "title", 10);
    }

    @Test
    void textThatRendersToNothingIsRefused() {
        Reply page = ask("Does a definition count?", "[solved]: restart-the-server");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#text-error").text()).isEqualTo("Describe the problem.");
        assertThat(page.page().selectFirst("textarea").wholeText()).isEqualTo("[solved]: restart-the-server");
    }

    @Test
    void tooLongTextIsKeptWhole() {
        String text = "word ".repeat(36_000) + "end";
        Reply page = ask("Is all of it still here?", text);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#text-error").text()).contains(String.valueOf(text.length() - 20_000));
        assertThat(page.page().selectFirst("textarea").wholeText()).isEqualTo(text);
    }
}
