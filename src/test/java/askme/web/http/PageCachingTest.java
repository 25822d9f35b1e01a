package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import askme.support.Visitor;
import askme.web.EntityTags;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageCachingTest {

    @Test
    void unchangedGuestPageIsAnsweredWith304() {
        long question = Visitor.member("ann").ask("Has this page changed?", "Look at its tag.", "");
        Response page = RestAssured.get("/question/" + question + "/");
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=0, s-maxage=2");
        assertThat(page.headers().getValues("Vary"))
                .containsExactly("Accept, Accept-Language, Cookie, Accept-Encoding");
        assertThat(page.header("Set-Cookie")).isNull();
        Response again =
                RestAssured.given().header("If-None-Match", page.header("ETag")).get("/question/" + question + "/");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body().asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(page.header("ETag"));

        Visitor.member("bob").answer(question, "It has now.");
        Response changed =
                RestAssured.given().header("If-None-Match", page.header("ETag")).get("/question/" + question + "/");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body().asString()).contains("It has now.");
    }

    /** Also those whose methods may answer with a redirect instead of a page. */
    @Test
    void everyPublicPageMayBeKept() {
        Visitor ann = Visitor.member("ann");
        ann.ask("Which pages may be kept?", "All that every guest may read.", "kept");
        for (String path : List.of(
                "/",
                "/hot/",
                "/tags/",
                "/tag/kept/",
                "/members/",
                "/member/" + ann.nickname() + "/",
                "/search/?q=kept")) {
            RestAssured.get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=0, s-maxage=2")
                    .header("ETag", containsString("W/"));
            assertThat(ann.get(path).raw().headers().allValues("Cache-Control"))
                    .as(path)
                    .containsExactly("private, no-cache");
        }
    }

    @Test
    void languagesHaveDifferentTags() {
        String english =
                RestAssured.given().header("Accept-Language", "en").get("/hot/").header("ETag");
        Response russian = RestAssured.given()
                .header("Accept-Language", "ru")
                .header("If-None-Match", english)
                .get("/hot/");
        assertThat(russian.statusCode()).isEqualTo(200);
    }

    @Test
    void memberPageIsPrivate() {
        Visitor ann = Visitor.member("ann");
        assertThat(ann.get("/").raw().headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        // The page after a form shows its message, which must be shown only once.
        Visitor bob = Visitor.member("bob");
        bob.ask("Where is the message?", "On this page.", "");
        assertThat(bob.last().raw().headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void everyPageNamesItsCharset() {
        for (String path : new String[] {"/", "/login/", "/signup/", "/no-such-page/", "/tags/", "/search/?q=x"}) {
            assertThat(Visitor.guest().get(path).header("Content-Type"))
                    .as(path)
                    .isEqualTo("text/html;charset=UTF-8");
        }
    }

    @Test
    void everyPageNamesItsLanguage() {
        for (String language : new String[] {"en", "ru"}) {
            for (String path : new String[] {"/", "/login/", "/no-such-page/", "/question/999999999/"}) {
                Visitor.Reply page = Visitor.guest().speaking(language).get(path);
                assertThat(page.raw().headers().allValues("Content-Language"))
                        .as(path)
                        .containsExactly(language);
                assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language);
            }
        }
        assertThat(RestAssured.get("/tags/suggestions?q=x").header("Content-Language"))
                .isNull();
    }

    @Test
    void compressibleResponseHasOneVaryHeader() {
        String page = RestAssured.get("/").body().asString();
        String css = page.replaceAll("(?s).*href=\"(/static/[^\"]+\\.css)\".*", "$1");
        for (String path : new String[] {css, "/icon.svg", "/tags/suggestions?q=x", "/no-such-page/"}) {
            assertThat(RestAssured.get(path).headers().getValues("Vary"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .endsWith("Accept-Encoding");
        }
        assertThat(RestAssured.given()
                        .redirects()
                        .follow(false)
                        .get("/favicon.ico")
                        .header("Vary"))
                .isNull();
    }

    @Test
    void guestFormIsNotCached() {
        Visitor guest = Visitor.guest();
        assertThat(guest.get("/login/").raw().headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(guest.get("/login/").raw().headers().allValues("Cache-Control"))
                .noneMatch(v -> v.contains("public"));
    }

    @Test
    void staticFilesAreImmutableAndErrorsAreNotCached() {
        String page = RestAssured.get("/").body().asString();
        String css = page.replaceAll("(?s).*href=\"(/static/[^\"]+\\.css)\".*", "$1");
        RestAssured.get(css).then().statusCode(200).header("Cache-Control", containsString("immutable"));
        RestAssured.get("/question/999999999/").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void faviconRedirectsToTheIconOfNow() {
        Response answer = RestAssured.given().redirects().follow(false).get("/favicon.ico");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/icon.svg");
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("public, no-cache");
        RestAssured.get("/favicon.ico").then().statusCode(200).contentType("image/svg+xml");
    }

    @Test
    void pageIsCompressedOnRequest() {
        Response page = RestAssured.given().header("Accept-Encoding", "gzip").get("/");
        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void tagsAreComparedWeakly() {
        String tag = tag("<p data-as-of=\"17\">ж x");
        assertThat(tag("<p data-as-of=\"18\">ж x")).isEqualTo(tag);
        assertThat(tag("<p data-as-of=\"17\">ж y")).isNotEqualTo(tag);
        assertThat(tag("<b data-as-of=\"17\">ж x")).isNotEqualTo(tag);
        assertThat(EntityTags.match("\"a\", " + tag, tag)).isTrue();
        assertThat(EntityTags.match(tag.substring(2), tag)).isTrue();
        assertThat(EntityTags.match("*", tag)).isTrue();
        assertThat(EntityTags.match("W/\"a\"", tag)).isFalse();
        assertThat(EntityTags.match(null, tag)).isFalse();
    }

    private static String tag(String page) {
        return PageCaching.tag(page.getBytes(StandardCharsets.UTF_8));
    }
}
