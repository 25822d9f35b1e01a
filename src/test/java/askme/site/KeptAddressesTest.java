package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses in another spelling lead to the page. */
@QuarkusTest
class KeptAddressesTest {

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anySpellingOfATagLeadsToItsPage() {
        String tag = Visitor.unique("café+");
        Visitor.member("ann").ask("Which spelling is right?", "All of them.", tag);
        String page = "/tag/" + encoded(tag) + "/";
        for (String spelling : new String[] {tag.toUpperCase(), tag.replace("é", "e\u0301"), "C" + tag.substring(1)}) {
            Reply moved = Visitor.guest().getOnce("/tag/" + encoded(spelling) + "/");
            assertThat(moved.status()).as(spelling).isEqualTo(301);
            assertThat(moved.header("Location")).isEqualTo(page);
        }
        Reply moved = Visitor.guest().getOnce("/tag/" + encoded(tag.toUpperCase()) + "/?page=1&x=%D1%8F");
        assertThat(moved.header("Location")).isEqualTo(page + "?page=1&x=%D1%8F");
        assertThat(Visitor.guest().getOnce("/tag/No-Such-Tag/").status()).isEqualTo(404);
    }

    @Test
    void bothFormsOfUnicodeAreOneTagAndOneTitle() {
        Visitor ann = Visitor.member("ann");
        String tag = Visitor.unique("naïve");
        String decomposed = tag.replace("ï", "i\u0308");
        ann.ask("Composed title, naïve?", "A text.", tag);
        long second = ann.ask("Decomposed title, nai\u0308ve?", "Nai\u0308ve.", decomposed + "，" + decomposed);
        assertThat(Visitor.guest()
                        .get("/tag/" + encoded(tag) + "/")
                        .page()
                        .select("[id^=question-]")
                        .size())
                .isEqualTo(2);
        assertThat(Visitor.guest().get("/question/" + second + "/").body())
                .contains("naïve?", "Naïve.")
                .doesNotContain("i\u0308");
        assertThat(Visitor.guest()
                        .get("/tags/suggestions?q=" + encoded(decomposed))
                        .body())
                .contains(tag);
    }

    @Test
    void footnotesOfSeveralPostsHaveTheirOwnIds() {
        Visitor ann = Visitor.member("ann");
        String text = "Text[^1].\n\n[^1]: The note.";
        long question = ann.ask("Where is the note?", text, "");
        long answer = ann.answer(question, text);
        ann.answer(question, text + " Another.");
        var page = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (String id : new String[] {"fn-question-" + question + "-1", "fn-answer-" + answer + "-1"}) {
            assertThat(page.select("li#" + id)).hasSize(1);
            assertThat(page.select("sup a[href=#" + id + "]")).hasSize(1);
        }
        page.select("a[href^=#fn]").forEach(link -> assertThat(
                        page.getElementById(link.attr("href").substring(1)))
                .isNotNull());
    }

    @Test
    void addressIsUnharmedInCardDescriptionAndStructuredData() {
        Visitor ann = Visitor.member("ann");
        String address = "https://example.com/__init__.py";
        long question = ann.ask("Is the address whole?", address, "");
        var page = Visitor.guest().get("/question/" + question + "/").page();
        assertThat(page.select(".question .body a").eachAttr("href")).containsExactly(address);
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(address);
        assertThat(page.select("script[type=application/ld+json]").html()).contains(address);
        assertThat(Visitor.guest()
                        .get("/")
                        .page()
                        .select("#question-" + question)
                        .text())
                .contains(address);
    }

    @Test
    void previewEqualsThePage() {
        Visitor ann = Visitor.member("ann");
        String text = "Nai\u0308ve\r\nhttps://example.com/__a__ and [b](c)";
        long question = ann.ask("Is the preview true?", text, "");
        String body = ann.get("/question/" + question + "/")
                .page()
                .selectFirst(".question .body")
                .html();
        Reply preview = ann.postOnce("/text/preview", Map.of("text", text, "csrf-token", ann.csrfToken()));
        assertThat(org.jsoup.Jsoup.parseBodyFragment(preview.body()).body().html())
                .isEqualTo(body);
    }
}
