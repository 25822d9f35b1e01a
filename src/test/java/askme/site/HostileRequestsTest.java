package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.LoggedErrors;
import askme.support.RawRequest;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: the answer is a refusal, and the log has no error. */
@QuarkusTest
@Tag("one-process") // reads the log of the process, and sends what nginx refuses
class HostileRequestsTest {

    private static final int FIELDS = 1001;

    @Inject
    TestDatabase database;

    private final LoggedErrors errors = LoggedErrors.collect();

    @AfterEach
    void nothingIsLogged() {
        errors.close();
        assertThat(errors.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":1,\"value\":-1}",
                "{\"value\":1",
                "{\"value\":[[[[1]]]]}",
                "[1]",
                "\"1\"",
                "{\"value\":1}x",
                "{\"value\":1e999999999}",
                "{\"value\":NaN}",
                "\u0000",
                "{\"\\ud800\":1}"
            })
    void invalidVoteIsAProblem(String json) {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("May I?", "Vote", "");
        Reply reply = Visitor.member("bob").postJson("/question/" + question + "/vote", json);
        assertThat(reply.status()).as(reply.body()).isIn(400, 422);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void deepJsonIsAProblem() {
        Visitor bob = Visitor.member("bob");
        Reply reply = bob.postJson("/question/1/vote", "{\"value\":" + "[".repeat(200_000));
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void formOfTooManyFieldsIsRefused() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS; i++) {
            fields.put("f" + i, "");
        }
        assertThat(Visitor.guest().postOnce("/login/", fields).status()).isEqualTo(400);
    }

    @Test
    void multipartFormOfTooManyFieldsIsRefused() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(FIELDS) + "--b--\r\n";
        String head = "POST /login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (RawRequest request = RawRequest.open(RestAssured.port).send(head + body)) {
            assertThat(request.head()).startsWith("HTTP/1.1 400 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%zz", "<x>", "[::1", "localhost:99999999", "a\"b", "a/b", "a@b", "\u00e9", "a,b"})
    void malformedHostIsABadRequest(String host) throws IOException {
        for (String line : new String[] {"GET / HTTP/1.1", "GET /ask/ HTTP/1.1", "POST /login/ HTTP/1.1"}) {
            String rest = "\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            try (RawRequest request = RawRequest.open(RestAssured.port).send(line + rest)) {
                assertThat(request.head()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    /** In clear text only a proxy may use HTTP/2, and only if it is configured. */
    @Test
    void clearTextIsNotUpgradedToHttp2() throws IOException {
        String upgrade = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        try (RawRequest request = RawRequest.open(RestAssured.port).send(upgrade)) {
            assertThat(request.head()).startsWith("HTTP/1.1 200 ");
        }
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
        try (RawRequest request = RawRequest.open(RestAssured.port).send(preface)) {
            assertThat(request.head()).contains(" 400 ");
        }
    }

    @Test
    void pageOfTheLargestTextsIsShown() {
        Visitor ann = Visitor.member("ann");
        Visitor bob = Visitor.member("bob");
        long question = ann.ask("How long?", "=".repeat(19_000), "");
        for (int i = 0; i < 5; i++) {
            bob.answer(question, i + "=".repeat(19_000));
        }
        Reply page = Visitor.guest().get("/question/" + question + "/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("ETag")).isNotBlank();
        assertThat(page.page().select("article.answer")).hasSize(5);
        assertThat(page.page().select("html").attr("lang")).isEqualTo("en");
    }

    /** A row with this text would have stopped each worker that read it. */
    @Test
    void forgottenPasswordOfManyMarksIsNotRecorded() {
        long before = database.of("SELECT COALESCE(MAX(LENGTH(event)), 0) FROM outbox");
        Visitor guest = Visitor.guest();
        guest.get("/login/forgotten/");
        Reply reply = guest.submit("form:has([name=login])", Map.of("login", "a" + "\u0301".repeat(100_000)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(database.of("SELECT COALESCE(MAX(LENGTH(event)), 0) FROM outbox"))
                .isLessThanOrEqualTo(Math.max(before, 3_000));
    }
}
