package askme.question;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking, editing and deleting a question in its forms. */
@QuarkusTest
@Tag("program")
class QuestionResourceTest {

    @Test
    void askedQuestionIsShownWithTagsAndAMessage() {
        Visitor ann = Visitor.member("ann");
        ann.get("/ask/");
        Reply page = ann.submit(
                "form:has(textarea[name=text])",
                Map.of("title", "How do I read a file?", "text", "In *Java*, please.", "tags", "Java, c++ питон"));
        assertThat(page.url()).contains("/question/");
        assertThat(page.page().select("h1").text()).isEqualTo("How do I read a file?");
        assertThat(page.page().select(".tags a").eachText()).containsExactly("java", "c++", "питон");
        assertThat(page.page().select("[role=status], [role=alert]").eachText()).containsExactly("Question added");
        assertThat(page.page().select(".body em").text()).isEqualTo("Java");
        assertThat(ann.get(page.url()).page().select("[role=status]").text()).doesNotContain("Question added");
    }

    @Test
    void formSentTwiceIsOneQuestionAndSaysSo() {
        Visitor ann = Visitor.member("ann");
        Map<String, String> form = Map.of("title", "Is this sent twice?", "text", "I pressed the button twice.");
        ann.get("/ask/");
        Reply first = ann.submit("form:has(textarea[name=text])", form);
        ann.get("/ask/");
        Reply second = ann.submit("form:has(textarea[name=text])", form);
        assertThat(second.url()).isEqualTo(first.url());
        assertThat(second.page().select("[role=status]").text()).isEqualTo("You already asked this question");

        Map<String, String> answer = Map.of("text", "So did I, and it was one answer.");
        assertThat(ann.submit(".your-answer form", answer)
                        .page()
                        .select("[role=status]")
                        .text())
                .isEqualTo("Answer added");
        assertThat(ann.submit(".your-answer form", answer)
                        .page()
                        .select("[role=status]")
                        .text())
                .isEqualTo("You already posted this answer");
    }

    @Test
    void newQuestionIsFirstOnHomePageAndTagPage() {
        Visitor ann = Visitor.member("ann");
        String tag = Visitor.unique("c#");
        long id = ann.ask("What is a delegate?", "I wonder.", tag);
        assertThat(ann.get("/").page().select(".question-card").first().id()).isEqualTo("question-" + id);
        Reply tagged = Visitor.guest().get("/tag/" + tag.replace("#", "%23") + "/");
        assertThat(tagged.page().select(".question-card").eachAttr("id")).containsExactly("question-" + id);
    }

    @Test
    void errorsAppearBesideFieldsAndInputIsKept() {
        Visitor ann = Visitor.member("ann");
        ann.get("/ask/");
        Reply page = ann.submit(
                "form:has(textarea[name=text])",
                Map.of("title", "", "text", "A long story <b>with</b> signs & more", "tags", "a,b,c,d"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("[name=text]").wholeText())
                .contains("A long story <b>with</b> signs & more");
        assertThat(page.page().selectFirst("[name=tags]").attr("value")).isEqualTo("a,b,c,d");
        assertThat(page.page().select("main .check-fields[role=alert]").text()).isEqualTo("2 things need fixing.");
        assertThat(page.page().selectFirst("#title-error").text()).isEqualTo("Add a title.");
        assertThat(page.page().selectFirst("#tags-error").text()).isEqualTo("Use at most three tags.");
        assertThat(page.page().selectFirst("#text-error").text()).isBlank();
    }

    /** The message has expressions; the typed word is inserted as text, even if it looks like an expression. */
    @ParameterizedTest
    @CsvSource({
        "#hash!,#hash!",
        "${1+1},${1+1}",
        "{askme.tags.too-many},{askme.tags.too-many}",
        "{tag}!,{tag}!",
        "<b>,<b>",
        "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxyz-abcdefghijklm…"
    })
    void invalidTagIsNamedInTheMessage(String typed, String shown) {
        Visitor ann = Visitor.member("ann");
        ann.get("/ask/");
        Reply page = ann.submit(
                "form:has(textarea[name=text])", Map.of("title", "Why?", "text", "Text", "tags", "java " + typed));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("#tags-error").text())
                .isEqualTo("\"" + shown + "\" cannot be a tag: letters, digits, - + # . only, at most 32 characters.");
    }

    @Test
    void titleAndTextLengthIsLimited() {
        Visitor ann = Visitor.member("ann");
        assertThat(ann.ask("т".repeat(120), "я".repeat(20_000), "")).isPositive();
        ann.get("/ask/");
        Reply page = ann.submit(
                "form:has(textarea[name=text])", Map.of("title", "т".repeat(121), "text", "я".repeat(20_001)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("#title-error").text()).contains("120");
        assertThat(page.page().selectFirst("#text-error").text()).contains("20");
    }

    /** Not every client respects the maxlength of a field. */
    @Test
    void textOfAlmostAMegabyteIsRefusedAndInputIsKept() {
        Visitor ann = Visitor.member("ann");
        for (int length : new int[] {300_000, 800_000}) {
            ann.get("/ask/");
            Reply page = ann.submit(
                    "form:has(textarea[name=text])", Map.of("title", "A log", "text", "line ".repeat(length / 5)));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.page().selectFirst("#text-error").text())
                    .isEqualTo(
                            "Too long: 180000 over the limit of 20000 characters. Shorten the text and send it again.");
            assertThat(page.page().selectFirst("[name=title]").attr("value")).isEqualTo("A log");
            assertThat(page.page().selectFirst("[name=text]").wholeText().length())
                    .isBetween(150_000, 200_001);
        }
        ann.get("/ask/");
        String words = "x".repeat(400_000);
        Reply page =
                ann.submit("form:has(textarea[name=text])", Map.of("title", words, "text", "Short", "tags", words));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().selectFirst("[name=text]").wholeText()).contains("Short");
        assertThat(page.page().selectFirst("#title-error").text()).isNotBlank();
    }

    @Test
    void formShowsTheLengthLimit() {
        assertThat(Visitor.member("ann")
                        .get("/ask/")
                        .page()
                        .select("#text-hint")
                        .text())
                .contains("20,000");
    }

    @Test
    void guestIsRedirectedToSignIn() {
        Reply page = Visitor.guest().getOnce("/ask/");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).contains("/login/?continue=");
    }

    @Test
    void onlyAuthorEditsAndTagPagesChange() {
        Visitor ann = Visitor.member("ann");
        String before = Visitor.unique("before");
        String after = Visitor.unique("after");
        long id = ann.ask("First title", "Text", before);
        Visitor bob = Visitor.member("bob");
        bob.get("/question/" + id + "/edit");
        bob.submit("form:has(textarea[name=text])", Map.of("title", "Bob's title"));
        assertThat(ann.get("/question/" + id).page().select("h1").text()).isEqualTo("First title");
        ann.get("/question/" + id + "/edit");
        ann.submit("form:has(textarea[name=text])", Map.of("title", "Second title", "text", "Other", "tags", after));
        assertThat(ann.get("/question/" + id).page().select("h1").text()).isEqualTo("Second title");
        assertThat(Visitor.guest().get("/tag/" + before + "/").page().select(".question-card"))
                .isEmpty();
        assertThat(Visitor.guest().get("/tag/" + after + "/").page().select(".question-card"))
                .hasSize(1);
    }

    @Test
    void editOfAnOldVersionIsRefused() {
        Visitor ann = Visitor.member("ann");
        long id = ann.ask("A title", "As asked", "");
        String edit = "/question/" + id + "/edit";
        String form = "form:has(textarea[name=text])";
        Visitor onAnotherDevice = Visitor.guest().signIn(ann.nickname());
        onAnotherDevice.get(edit);
        ann.get(edit);
        ann.submit(form, Map.of("text", "From <here>"));

        Reply refused = onAnotherDevice.submit(form, Map.of("text", "From there"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().selectFirst("#text").val()).isEqualTo("From there");
        assertThat(refused.page().selectFirst("#newer").val()).isEqualTo("From <here>");
        assertThat(refused.page().selectFirst("#text-error").text()).contains("changed while you were editing it");

        Reply page = onAnotherDevice.submit(form, Map.of("text", "From here and there"));
        assertThat(page.page().select(".question .markdown").text()).isEqualTo("From here and there");
        onAnotherDevice.get(edit);
        onAnotherDevice.submit(form, Map.of());
        assertThat(ann.get("/question/" + id + "/").page().select("h1").text()).isEqualTo("A title");
    }

    @Test
    void editSentTwiceIsOneEdit() {
        Visitor ann = Visitor.member("ann");
        long id = ann.ask("A title", "As asked", "");
        ann.get("/question/" + id + "/edit");
        String version = ann.last().page().selectFirst("[name=version]").val();
        var form = Map.of(
                "title", "A title", "text", "Edited", "tags", "", "version", version, "csrf-token", ann.csrfToken());
        for (int time = 1; time <= 2; time++) {
            assertThat(ann.postOnce("/question/" + id + "/edit", form).status()).isEqualTo(303);
        }
    }

    @Test
    void questionIsDeletedOnlyWithoutAnswersOfOthers() {
        Visitor ann = Visitor.member("ann");
        long answered = ann.ask("Answered", "Text", "");
        Visitor.member("bob").answer(answered, "Here you are");
        ann.get("/question/" + answered + "/edit");
        assertThat(ann.last().page().select("form[action$=/delete]")).isEmpty();
        Reply refused = ann.post("/question/" + answered + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(refused.url()).endsWith("/question/" + answered + "/");
        assertThat(refused.page().select("[role=status]").text())
                .contains("A question that others have answered cannot be deleted.");
        long unanswered = ann.ask("Lonely", "Text", "");
        ann.get("/question/" + unanswered + "/edit");
        ann.submit("form[action$=/delete]", Map.of());
        assertThat(Visitor.guest().get("/question/" + unanswered + "/").status())
                .isEqualTo(404);
        assertThat(ann.get("/question/" + answered + "/").status()).isEqualTo(200);
    }

    @Test
    void invalidPageNumbersWorkAndUnknownPathsAre404() {
        Visitor guest = Visitor.guest();
        for (String page : new String[] {"abc", "0", "-3", "999999", "1e9", "99999999999999999999", "", "%00"}) {
            assertThat(guest.get("/?page=" + page).status()).as(page).isEqualTo(200);
            assertThat(guest.get("/hot/?page=" + page).status()).as(page).isEqualTo(200);
        }
        for (String path :
                new String[] {"/question/0/", "/question/abc/", "/tag/nothing-here/", "/nowhere", "/answer/0/"}) {
            Reply reply = guest.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.page().select("header.site-header")).as(path).hasSize(1);
        }
    }
}
