package askme.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageCacheTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    TestDatabase testDatabase;

    private long question;

    @BeforeEach
    void ask() {
        question = Visitor.member("ann").ask("Is this page cached?", "It is read by **guests**.", "cache");
        page("");
    }

    private double hits() {
        return metrics.counter("askme.page.cache", "result", "hit").count();
    }

    private Response page(String query, String... headers) {
        var request = RestAssured.given().header("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get("/question/" + question + "/" + query);
    }

    private void expectHit(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().asString()).contains("<strong>guests</strong>");
    }

    @Test
    void secondGuestGetsTheCachedPageWithTheSameHeaders() {
        Response rendered = page("?page=1");
        double before = hits();
        Response cached = page("?page=1");
        assertThat(hits()).isEqualTo(before + 1);
        expectHit(cached);
        assertThat(cached.body().asString()).isEqualTo(rendered.body().asString());
        for (String header : new String[] {
            "Content-Type", "Cache-Control", "Vary", "ETag", "Content-Language", "Content-Security-Policy"
        }) {
            assertThat(cached.headers().getValues(header))
                    .as(header)
                    .isEqualTo(rendered.headers().getValues(header));
        }
    }

    @Test
    void unchangedPageIs304AndHeadHasNoBody() {
        Response cached = page("", "If-None-Match", page("").header("ETag"));
        assertThat(cached.statusCode()).isEqualTo(304);
        assertThat(cached.body().asString()).isEmpty();

        Response head = RestAssured.head("/question/" + question + "/");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body().asString()).isEmpty();
    }

    @Test
    void parametersThatNoPageReadsShareOneEntryAndStandInNoLink() {
        double before = hits();
        Response cached = page("?utm_source=" + System.nanoTime());
        assertThat(hits()).isEqualTo(before + 1);
        expectHit(cached);

        question = Visitor.member("bob").ask("A page with a campaign first?", "For **guests**.", "");
        assertThat(page("?utm_source=mail").body().asString()).doesNotContain("utm_source");
        before = hits();
        expectHit(page(""));
        assertThat(hits()).isEqualTo(before + 1);
    }

    @Test
    void languagesAndCookiesAreKeptApart() {
        assertThat(page("").body().asString()).contains("lang=\"en\"");
        String russian = RestAssured.given()
                .header("Accept-Language", "ru")
                .get("/question/" + question + "/")
                .body()
                .asString();
        assertThat(russian).contains("<html lang=\"ru\"");

        double before = hits();
        expectHit(page("", "Cookie", "flash=x"));
        expectHit(page("", "Cookie", "other=1"));
        assertThat(hits()).isEqualTo(before);
        String chosen = page("", "Cookie", "language=ru").body().asString();
        assertThat(chosen).contains("<html lang=\"ru\"");
        assertThat(hits()).isEqualTo(before + 1);
    }

    @Test
    void memberNeverGetsOrLeavesACachedPage() {
        Visitor ann = Visitor.member("ann");
        String own = ann.get("/question/" + question + "/").body();
        assertThat(own).contains(ann.nickname());
        assertThat(page("").body().asString()).doesNotContain(ann.nickname());
    }

    @Test
    void guestGetsTheLastPageWhileTheDatabaseIsDown() {
        page("");
        try (Outage database = Outage.kill(Outage.DATABASE)) {
            Response old = page("");
            expectHit(old);
            assertThat(old.body().asString()).contains("New content cannot be loaded");
            assertThat(old.header("Cache-Control")).isEqualTo("no-store");
            assertThat(RestAssured.given()
                            .header("Accept-Language", "en")
                            .get("/question/" + question + "/?page=2")
                            .statusCode())
                    .isEqualTo(503);
        }
        assertThat(Visitor.guest().get("/question/" + question + "/").body()).doesNotContain("cannot be loaded");
    }

    @Test
    void renamedMemberIsShownAtOnce() {
        Visitor bob = Visitor.member("bob");
        bob.answer(question, "An answer by bob.");
        assertThat(page("").body().asString()).contains(bob.nickname());
        String renamed = Visitor.unique("robert");
        bob.get("/profile/edit/");
        bob.submit("form:has([name=nickname])", Map.of("nickname", renamed));
        assertThat(page("").body().asString()).contains(renamed).doesNotContain(bob.nickname());
    }

    @Test
    void aDeletedQuestionIsGoneAtOnce() {
        Visitor eve = Visitor.member("eve");
        question = eve.ask("Will this one be deleted?", "For **guests**, yes.", "");
        page("");
        expectHit(page(""));
        eve.post("/question/" + question + "/delete", Map.of("csrf-token", eve.csrfToken()));
        assertThat(page("").statusCode()).isEqualTo(404);
    }
}
