package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stopping web process refuses reads that a proxy can retry elsewhere. It executes writes. */
class DrainingTest {

    private final Draining draining = new Draining();
    private Vertx vertx;
    private URI address;

    @BeforeEach
    void serve() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(draining::answer);
        router.route().handler(routing -> routing.end("a page"));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        address = URI.create("http://localhost:" + server.actualPort() + "/");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void runningProcessAnswersEveryRequest() throws Exception {
        assertThat(status("GET", true)).isEqualTo(200);
    }

    @Test
    void stoppingProcessRefusesReadsOfRetryingProxy() throws Exception {
        draining.begin(new ShutdownDelayInitiatedEvent());
        assertThat(status("GET", true)).isEqualTo(502);
        assertThat(status("HEAD", true)).isEqualTo(502);
    }

    @Test
    void stoppingProcessAnswersOtherReadsAndWrites() throws Exception {
        draining.begin(new ShutdownDelayInitiatedEvent());
        assertThat(status("GET", false)).isEqualTo(200);
        assertThat(status("POST", true)).isEqualTo(200);
    }

    private int status(String method, boolean canRetry) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (canRetry) {
            request.header("X-Another-Web", "yes");
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
