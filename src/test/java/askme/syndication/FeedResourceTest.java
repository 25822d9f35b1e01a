package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** robots.txt, the sitemap and the Atom feed, as programs read them. */
@QuarkusTest
@Tag("program")
class FeedResourceTest {

    @Inject
    TestDatabase database;

    @ConfigProperty(name = "askme.base-url")
    String site;

    private Visitor ann;
    private long question;

    @BeforeEach
    void askQuestion() {
        ann = Visitor.member("ann");
        question = ann.ask("Does <b> & \"it\" feed\uffff?", "It *does*, & more.", "c++, feeds");
    }

    @Test
    void robotsFileNamesTheSitemap() {
        Reply robots = Visitor.guest().get("/robots.txt");
        assertThat(robots.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(robots.body().lines())
                .contains("User-agent: *", "Disallow: /search/", "Sitemap: " + site + "/sitemap.xml");
    }

    @Test
    void sitemapNamesItsPartsAndTheyNameQuestions() {
        Element part =
                xml("/sitemap.xml", "application/xml").select("sitemap > loc").last();
        assertThat(part.text()).isEqualTo(site + "/sitemap/" + Sitemap.part(question) + ".xml");
        Document entries = xml(part.text().substring(site.length()), "application/xml");
        assertThat(entries.select("url > loc").eachText())
                .contains(url())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(database.all("SELECT id FROM question WHERE hidden = 0 AND closed < 2"));
    }

    @Test
    void entryShowsLastChangeOfQuestionOrAnswers() {
        database.change("UPDATE question SET asked_at = '2020-01-02 03:04:05.678' WHERE id = ?", question);
        assertThat(changed()).isEqualTo("2020-01-02T03:04:05Z");
        database.change("UPDATE question SET edited_at = '2021-01-02 03:04:05' WHERE id = ?", question);
        assertThat(changed()).isEqualTo("2021-01-02T03:04:05Z");
        long answer = Visitor.member("bob").answer(question, "An answer.");
        database.change("UPDATE answer SET answered_at = '2022-01-02 03:04:05' WHERE id = ?", answer);
        assertThat(changed()).isEqualTo("2022-01-02T03:04:05Z");
    }

    @Test
    void unchangedFeedIsAnsweredWith304() {
        String etag = RestAssured.get("/feed.atom").header("ETag");
        Response unchanged = RestAssured.given().header("If-None-Match", etag).get("/feed.atom");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body().asString()).isEmpty();
        assertThat(unchanged.header("Cache-Control")).isEqualTo("public, max-age=2");

        ann.ask("Is this one new?", "To the feed it is.", "");
        Response changed = RestAssured.given().header("If-None-Match", etag).get("/feed.atom");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body().asString()).contains("Is this one new?");
    }

    @Test
    void unknownPartIs404() {
        for (String number : List.of("0", "-1", "9999", "99999999999999999999", "x")) {
            assertThat(Visitor.guest().get("/sitemap/" + number + ".xml").status())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    @Test
    void homePageNamesTheFeedOfNewestQuestions() {
        Element link = Visitor.guest()
                .get("/")
                .page()
                .select("head link[rel=alternate]")
                .first();
        assertThat(link.attr("type")).isEqualTo("application/atom+xml");
        Document feed = xml(link.attr("href"), "application/atom+xml");
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(site + "/feed.atom");
        assertThat(feed.select("entry")).hasSizeBetween(1, 20);
        Element entry = feed.select("entry").first();
        assertThat(entry.select("id").text()).isEqualTo(url());
        assertThat(entry.select("link").attr("href")).isEqualTo(url());
        assertThat(entry.select("title").text()).isEqualTo("Does <b> & \"it\" feed?");
        assertThat(entry.select("summary").text()).isEqualTo("It does, & more.");
        assertThat(entry.select("author > name").text()).isEqualTo(ann.nickname());
        assertThat(entry.select("category").eachAttr("term")).containsExactlyInAnyOrder("c++", "feeds");
        assertThat(entry.select("updated").text())
                .isEqualTo(feed.select("feed > updated").text());
        assertThat(ann.speaking("ru").get("/feed.atom").body()).contains("xml:lang=\"ru\"", "Новые вопросы");
    }

    @Test
    void proxiesMayCacheAllFiles() {
        for (String path : List.of("/robots.txt", "/sitemap.xml", "/sitemap/1.xml", "/feed.atom")) {
            Reply reply = Visitor.guest().get(path);
            assertThat(reply.header("Cache-Control")).as(path).startsWith("public, max-age=");
            assertThat(reply.header("Set-Cookie")).as(path).isNull();
            assertThat(reply.header("Vary")).as(path).endsWith("Accept-Encoding");
        }
    }

    private String url() {
        return site + "/question/" + question + "/";
    }

    private String changed() {
        return xml("/sitemap/" + Sitemap.part(question) + ".xml", "application/xml").select("url").stream()
                .filter(url -> url.select("loc").text().equals(url()))
                .map(url -> url.select("lastmod").text())
                .findFirst()
                .orElseThrow();
    }

    private static Document xml(String path, String type) {
        Reply reply = Visitor.guest().get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type + ";charset=UTF-8");
        assertWellFormed(reply.body());
        return Jsoup.parse(reply.body(), "", Parser.xmlParser());
    }

    /** Jsoup accepts XML that is not well formed; feed readers do not. */
    private static void assertWellFormed(String xml) {
        assertThatNoException().isThrownBy(() -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))));
    }
}
