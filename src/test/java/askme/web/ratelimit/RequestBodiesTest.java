package askme.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.RawRequest;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RequestBodiesTest.Narrow.class)
@Tag("one-process") // a separate configuration
class RequestBodiesTest {

    private static final int PLACES = 4;
    private static final int BODIES = 8;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "askme.most-requests", Integer.toString(PLACES),
                    "askme.bodies.most-per-address", Integer.toString(BODIES),
                    "askme.bodies.time-to-arrive", "5S");
        }
    }

    private static RawRequest post(String headers) throws IOException {
        return RawRequest.open(RestAssured.port)
                .send("POST /login/ HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    @Test
    void formIsRefusedByItsLengthBeforeItIsSent() throws IOException {
        try (RawRequest request = post(FORM + "Content-Length: 12000000\r\n")) {
            assertThat(request.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void chunkedFormIsRefusedAtTheLimit() throws IOException {
        try (RawRequest request = post(FORM + "Transfer-Encoding: chunked\r\n")) {
            String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                request.send(chunk);
            }
            assertThat(request.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void multipartFormWithoutAnUploadIsLimitedToo() throws IOException {
        try (RawRequest request =
                post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000\r\n")) {
            assertThat(request.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void bodiesThatNeverComeOccupyNoPlace() throws IOException {
        List<RawRequest> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < BODIES; i++) {
                waiting.add(post(FORM + "Content-Length: 100\r\n"));
            }
            assertThat(Visitor.guest().get("/").status()).isEqualTo(200);
            try (RawRequest next = post(FORM + "Content-Length: 100\r\n")) {
                assertThat(next.head()).startsWith("HTTP/1.1 429 ").containsIgnoringCase("Retry-After: 1");
            }
            assertThat(waiting.get(0).head()).startsWith("HTTP/1.1 408 ");
        } finally {
            for (RawRequest one : waiting) {
                one.close();
            }
        }
    }

    @Test
    void clientThatExpectsContinueReceivesIt() throws IOException {
        try (RawRequest request = post(FORM + "Content-Length: 7\r\nExpect: 100-continue\r\n")) {
            assertThat(request.head()).startsWith("HTTP/1.1 100 ");
            request.send("login=a");
            assertThat(request.head()).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void largePictureStillArrives() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/edit/");
        Visitor.Reply reply = ann.submitWithFile(
                "form:has([name=avatar])", Map.of(), "avatar", "large.png", new byte[6 * 1024 * 1024]);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".invalid-feedback").text()).contains("5 MB");
    }
}
