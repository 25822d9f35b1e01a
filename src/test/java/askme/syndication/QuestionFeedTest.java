package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The Atom feeds of the lists. */
@QuarkusTest
@Tag("program")
class QuestionFeedTest {

    @ConfigProperty(name = "askme.base-url")
    String site;

    private final String tag = Visitor.unique("feed");
    private Visitor ann;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("feedAnn");
        question = ann.ask(
                "What does a feed contain?",
                "The *whole* text & <b>more</b>]]> of it.\n\n```\nif (a < b)\n```\n\n[A link](/hot/)\n\n"
                        + "word ".repeat(200),
                tag);
    }

    @Test
    void everyListNamesItsFeedAndItHasTheWholeTexts() {
        for (String list : List.of("/?tag=", "/active/?tag=", "/unanswered/?tag=", "/hot/?tag=")) {
            String path = list + tag;
            String address = Visitor.guest()
                    .get(path)
                    .page()
                    .select("head link[rel=alternate]")
                    .attr("href");
            assertThat(address).isEqualTo(list.replace("?", "feed.atom?") + tag);
            Document feed = feed(address);
            assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(site + address);
            assertThat(feed.select("feed > link[rel=alternate]").attr("href")).isEqualTo(site + path);
            assertThat(feed.select("feed > title").text()).contains("tagged " + tag);
            assertThat(feed.select("entry > id").eachText()).containsExactly(site + "/question/" + question + "/");
            String content = feed.selectFirst("entry > content[type=html]").wholeText();
            Document html = Jsoup.parse(content, feed.select("entry > content").attr("xml:base"));
            assertThat(html.select("em").text()).isEqualTo("whole");
            assertThat(html.selectFirst("pre code").wholeText()).isEqualTo("if (a < b)\n");
            assertThat(html.select("a").attr("abs:href")).isEqualTo(site + "/hot/");
            assertThat(html.text()).contains("& <b>more</b>]]> of it").endsWith("word word");
            assertThat(html.select("script, b")).isEmpty();
        }
    }

    @Test
    void feedOfATagIsThatOfItsNewestQuestions() {
        assertThat(Visitor.guest()
                        .get("/tag/" + tag + "/")
                        .page()
                        .select("head link[rel=alternate]")
                        .attr("href"))
                .isEqualTo("/feed.atom?tag=" + tag);
        assertThat(feed("/tag/" + tag + "/feed.atom")
                        .select("feed > link[rel=self]")
                        .attr("href"))
                .isEqualTo(site + "/feed.atom?tag=" + tag);
    }

    @Test
    void feedsOfTheWholeSiteExist() {
        for (String path : List.of("/feed.atom", "/active/feed.atom", "/unanswered/feed.atom", "/hot/feed.atom")) {
            assertThat(feed(path).select("entry")).as(path).isNotEmpty();
        }
        assertThat(Visitor.guest()
                        .get("/hot/")
                        .page()
                        .select("head link[rel=alternate]")
                        .attr("href"))
                .isEqualTo("/hot/feed.atom");
    }

    @Test
    void editChangesTheEntry() {
        String before =
                feed("/active/feed.atom?tag=" + tag).select("entry > updated").text();
        ann.get("/question/" + question + "/edit/");
        ann.submit("form:has(textarea[name=text])", Map.of("text", "Another text, which is long enough."));
        Document feed = feed("/active/feed.atom?tag=" + tag);
        assertThat(feed.select("entry > updated").text()).isGreaterThanOrEqualTo(before);
        assertThat(feed.select("entry > content").text()).contains("Another text");
    }

    @Test
    void unknownTagIs404AndAnEmptyFeedIsValid() {
        assertThat(Visitor.guest().get("/feed.atom?tag=no-such-tag-anywhere").status())
                .isEqualTo(404);
        ann.post("/question/" + question + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(feed("/unanswered/feed.atom?tag=" + tag)
                        .select("feed > updated")
                        .text())
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void feedOfAQuestionHasItsAnswersAndComments() {
        Visitor bob = Visitor.member("feedBob");
        long answer = bob.answer(question, "An *answer* to the feed.");
        comment(bob, "/question/" + question, "A comment `if (a < b)` on it.");
        comment(ann, "/answer/" + answer, "Thank you, @" + bob.nickname() + "!");
        String path = Visitor.guest()
                .get("/question/" + question + "/")
                .page()
                .select("head link[rel=alternate]")
                .attr("href");

        Document feed = feed(path);
        assertThat(feed.select("feed > id").text()).isEqualTo(site + "/question/" + question + "/");
        assertThat(feed.select("entry > author > name").eachText())
                .containsExactly(ann.nickname(), bob.nickname(), bob.nickname(), ann.nickname());
        assertThat(feed.select("entry > id").eachText())
                .doesNotHaveDuplicates()
                .contains(site + "/answer/" + answer + "/");
        assertThat(feed.select("entry > content").eachText().get(0)).contains("/member/" + bob.nickname(), "Thank you");
        assertThat(feed.select("entry > content").eachText().get(1)).contains("<code>if (a &lt; b)</code>");
        assertThat(feed.select("entry > title").eachText().get(2)).startsWith("Answer by " + bob.nickname());

        bob.post("/answer/" + answer + "/delete", Map.of("csrf-token", bob.csrfToken()));
        assertThat(feed(path).select("entry")).hasSize(2);
        ann.post("/question/" + question + "/delete", Map.of("csrf-token", ann.csrfToken()));
        assertThat(Visitor.guest().get(path).status()).isEqualTo(404);
    }

    private static void comment(Visitor author, String post, String text) {
        author.postForm(post + "/comments", Map.of("text", text), author.csrfToken());
    }

    private static Document feed(String path) {
        Reply reply = Visitor.guest().get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThatNoException().isThrownBy(() -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(reply.body()))));
        return Jsoup.parse(reply.body(), "", Parser.xmlParser());
    }
}
