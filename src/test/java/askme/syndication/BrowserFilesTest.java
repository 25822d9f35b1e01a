package askme.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrowserFilesTest {

    @Test
    void pageLinksToFilesThatExist() {
        Document page = Visitor.guest().get("/").page();
        for (Element link : page.select("link[rel=apple-touch-icon], link[rel=manifest], link[rel=search]")) {
            assertThat(RestAssured.get(link.attr("href")).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
        String image = page.select("meta[property=og:image]").attr("content");
        assertThat(image).startsWith("http").endsWith(".png");
    }

    @Test
    void manifestNamesIconsThatExist() {
        var manifest = RestAssured.get("/site.webmanifest");
        assertThat(manifest.contentType()).startsWith("application/manifest+json");
        assertThat(manifest.jsonPath().getList("icons.src", String.class))
                .hasSize(3)
                .allSatisfy(
                        icon -> assertThat(RestAssured.get(icon).statusCode()).isEqualTo(200));
    }

    @Test
    void searchDescriptionHasTheTemplate() {
        var description = RestAssured.get("/opensearch.xml");
        assertThat(description.contentType()).startsWith("application/opensearchdescription+xml");
        assertThat(description.body().asString()).contains("/search/?q={searchTerms}");
    }

    @Test
    void listsFilterByTheBeginningOfAName() {
        Visitor ann = Visitor.member("filtered");
        String tag = Visitor.unique("filtertag");
        ann.ask("Does the list of tags find its tags?", "By their beginning.", tag);
        assertThat(ann.get("/tags/?q=" + tag.toUpperCase())
                        .page()
                        .select(".tag-grid .tag")
                        .eachText())
                .containsExactly(tag);
        assertThat(ann.get("/members/?q=" + ann.nickname())
                        .page()
                        .select(".member-grid .author")
                        .eachText())
                .containsExactly(ann.nickname());
        assertThat(ann.get("/tags/?q=%25").page().select(".empty").text()).contains("Nothing begins with");
        assertThat(ann.get("/members/?q=no-such-name").page().select(".empty").text())
                .contains("Nothing begins with");
    }

    @Test
    void laterPageHasItsNumberInTheTitle() {
        assertThat(Visitor.guest().get("/members/?page=2").page().title())
                .satisfiesAnyOf(title -> assertThat(title).contains("Page 2"), title -> assertThat(title)
                        .doesNotContain("Page")); // one page of members only
        assertThat(Visitor.guest().get("/no-such-page/").page().select("form[role=search] input[name=q]"))
                .hasSize(2);
    }
}
