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
@Tag("one-process") // a configuration of its own
class LoadSheddingTest {

    private static final int MOST = 4;
    private static final Semaphore INSIDE = new Semaphore(0);
    private static volatile CountDownLatch open = new CountDownLatch(1);

    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("askme.most-requests", Integer.toString(MOST));
        }
    }

    /** A page that takes as long as the test wants. */
    @Path("/slow-page-of-a-test")
    public static final class Slow {

        @GET
        @io.smallrye.common.annotation.Blocking
        public String untilTold() throws InterruptedException {
            INSIDE.release();
            open.await();
            return "done";
        }
    }

    @TestHTTPResource("/")
    URI base;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldToComeBackAndNobodyInsideIsHurt() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> inside = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            inside.add(http.sendAsync(request("/slow-page-of-a-test"), HttpResponse.BodyHandlers.ofString()));
        }
        INSIDE.acquire(MOST);

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

        open.countDown();
        for (CompletableFuture<HttpResponse<String>> page : inside) {
            assertThat(page.get().statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 3 * MOST; i++) {
            assertThat(http.send(request("/"), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }
}
