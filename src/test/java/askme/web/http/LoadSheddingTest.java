package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LoadSheddingTest.Narrow.class)
@Tag("one-process") // a separate configuration
class LoadSheddingTest {

    private static final int LIMIT = 4;
    private static final Semaphore RUNNING = new Semaphore(0);
    private static volatile CountDownLatch release = new CountDownLatch(1);

    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("askme.most-requests", Integer.toString(LIMIT));
        }
    }

    /** A page that ends when the test says so. */
    @Path("/slow-page-of-a-test")
    public static final class Slow {

        @GET
        @io.smallrye.common.annotation.Blocking
        public String waitForTest() throws InterruptedException {
            RUNNING.release();
            release.await();
            return "done";
        }
    }

    @TestHTTPResource("/")
    URI base;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void requestAboveTheLimitIsRefusedWithRetryAfter() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            running.add(http.sendAsync(request("/slow-page-of-a-test"), HttpResponse.BodyHandlers.ofString()));
        }
        RUNNING.acquire(LIMIT);

        HttpResponse<String> refused = http.send(request("/"), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(http.send(request("/static/../"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(503);
        assertThat(http.send(request("/static/nothing"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isNotEqualTo(503);

        release.countDown();
        for (CompletableFuture<HttpResponse<String>> page : running) {
            assertThat(page.get().statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(http.send(request("/"), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }
}
