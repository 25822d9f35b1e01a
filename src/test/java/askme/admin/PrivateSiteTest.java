package askme.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.cost.Route;
import askme.realtime.RealtimeConfig;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guests get nothing of a site that only members may read. */
@QuarkusTest
@Tag("one-process") // another process would follow the change a second later
class PrivateSiteTest extends SettingsScene {

    /** Routes that answer guests as on a public site. A new one is a decision: a page is closed if nobody opens it. */
    private static final Pattern OPEN = Pattern.compile(
            "(GET|POST) /(login(/.*)?|signup(/with)?|logout(/with/.*)?|claim|confirm/.*|setup/.*|unsubscribe/.*|language/.*)"
                    + "|GET /(about|rules|privacy|contact|robots.txt|site.webmanifest|favicon.ico|look/.*)");

    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    RealtimeConfig realtime;

    private void close() {
        assertThat(save("joining", Map.of("readers", "members")).status()).isEqualTo(200);
        assertThat(settings.forMembersOnly()).isTrue();
    }

    private static Response get(String path, String... headers) {
        var request = given().redirects().follow(false);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.get(path);
    }

    @Test
    void everyRouteIsClosedToGuests() {
        close();
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.all()) {
            String path =
                    route.path().replaceAll("\\{(id|number|page|item)}", "1").replaceAll("\\{[^}]*}", "x");
            for (String type : route.verb().equals("GET") ? List.of(FORM) : List.of(FORM, "application/json")) {
                Response reply = given().redirects()
                        .follow(false)
                        .contentType(type)
                        .body(type.endsWith("json") ? "{}" : "text=Words")
                        .request(route.verb(), path);
                String to = reply.getHeader("Location");
                boolean signIn = reply.statusCode() == 401
                        || (reply.statusCode() == 303 && to != null && to.startsWith("/login/?continue="));
                boolean refused = signIn
                        || reply.statusCode() == 415
                        || (reply.statusCode() == 404 && path.startsWith("/admin/"));
                boolean stored = !"no-store".equals(reply.getHeader("Cache-Control"));
                boolean right = OPEN.matcher(route.toString()).matches() ? !signIn : refused;
                if (!right || (stored && !path.startsWith("/look/"))) {
                    wrong.add(route + " " + type + ": " + reply.statusCode() + " " + to + " "
                            + reply.getHeader("Cache-Control"));
                }
            }
        }
        assertThat(Route.all()).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void keptPageIsNotSentAfterTheChange() {
        long question = chief.ask("What is written here once?", "For members only.", "secrets");
        String path = "/question/" + question;
        String entity = get(path).getHeader("ETag");
        assertThat(get(path, "If-None-Match", entity).statusCode()).isEqualTo(304);
        close();

        for (Response reply : List.of(
                get(path),
                get(path, "If-None-Match", entity),
                given().redirects().follow(false).head(path))) {
            assertThat(reply.statusCode()).isEqualTo(303);
            assertThat(reply.getHeader("Location")).isEqualTo("/login/?continue=%2Fquestion%2F" + question);
            assertThat(reply.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.getHeader("ETag")).isNull();
        }
        assertThat(get("/feed.atom").statusCode()).isEqualTo(401);
        assertThat(get("/search/feed.atom?q=a").statusCode()).isEqualTo(401);
        assertThat(get("/member/ann/feed.atom").statusCode()).isEqualTo(401);
        assertThat(get("/feed.atom").body().asString())
                .contains("sign-in-required")
                .doesNotContain("written here");
    }

    @Test
    void openPagesShowNothingOfTheSite() {
        long question = chief.ask("Which word is secret on this site?", "This one.", "hushhush");
        close();
        for (String path : List.of("/login/", "/signup/", "/login/reset/nothing", "/question/" + question)) {
            Visitor.Reply reply = Visitor.guest().get(path);
            assertThat(reply.body())
                    .as(path)
                    .doesNotContain("hushhush", "secret on this", "class=\"sidebar\"", "opensearch", "og:", "ld+json");
            assertThat(reply.page().select(".search-box, .site-nav")).as(path).isEmpty();
        }
        assertThat(get("/robots.txt").body().asString().strip()).isEqualTo("User-agent: *\nDisallow: /");
    }

    @Test
    void membersReadWithPrivateAnswers() {
        Visitor anna = Visitor.member("reader");
        long question = anna.ask("Who reads a private site?", "Members do.", "reading");
        String avatar = anna.get("/").page().selectFirst("header img.avatar").attr("src");
        assertThat(anna.getOnce(avatar).header("Cache-Control")).startsWith("public");
        close();

        assertThat(anna.getOnce("/question/" + question).header("Cache-Control"))
                .startsWith("private");
        assertThat(anna.getOnce(avatar).status()).isEqualTo(200);
        assertThat(anna.getOnce(avatar).header("Cache-Control")).startsWith("private");
        assertThat(anna.getOnce("/feed.atom").header("Cache-Control")).startsWith("private");
        assertThat(get(avatar).statusCode()).isEqualTo(401);
        assertThat(anna.get("/").page().select(".site-nav, aside.sidebar")).hasSize(2);
    }

    @Test
    void textOfSomebodyWhoWasSignedOutIsKept() {
        close();
        Visitor.Reply reply = Visitor.guest().postOnce("/question/1/answers", Map.of("text", "Half an hour of work"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("Half an hour of work");
    }

    @Test
    void changesArePublishedToMembersOnly() {
        Visitor anna = Visitor.member("writer");
        long question = anna.ask("Where are changes published?", "In a channel.", "channels");
        assertThat(channel(anna, question)).isEqualTo("question:" + question);
        close();
        assertThat(channel(anna, question)).isEqualTo("members:" + question);
        anna.answer(question, "Into the channel of members.");

        await().untilAsserted(() -> assertThat(history("members:" + question)).contains("channel of members"));
        assertThat(history("question:" + question)).doesNotContain("channel of members");
        assertThat(get("/realtime/token").statusCode()).isEqualTo(401);
        assertThat(anna.getOnce("/realtime/token").status()).isEqualTo(200);
    }

    @Test
    void proxyLearnsWhoMayRead() {
        assertThat(get("/internal/readers").getHeader("X-Readers")).isEqualTo("everybody");
        close();
        Response closed = get("/internal/readers");
        assertThat(closed.statusCode()).isEqualTo(204);
        assertThat(closed.getHeader("X-Readers")).isEqualTo("members");
        assertThat(closed.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private static String channel(Visitor reader, long question) {
        return reader.get("/question/" + question)
                .page()
                .selectFirst("[data-channel]")
                .attr("data-channel");
    }

    private String history(String channel) {
        return given().header("X-API-Key", realtime.apiKey())
                .body("{\"channel\":\"" + channel + "\",\"limit\":100}")
                .post(realtime.apiUrl() + "/history")
                .body()
                .asString();
    }
}
