package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that nginx adds about a client. The server behind it answers with the headers it received. */
class NginxForwardingTest {

    private static final String[] CLAIMS = {
        "X-Forwarded-For", "6.6.6.6",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "evil.example",
        "X-Forwarded-Port", "6.6.6.6",
        "Forwarded", "for=6.6.6.6;proto=https",
        "X-Request-ID", "of-the-client"
    };

    private static HttpServer echo;
    private static Path program;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> found = Programs.find("nginx");
        assumeTrue(found.isPresent(), "no nginx here");
        program = found.get();
        echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", NginxForwardingTest::answerHeaders);
        echo.start();
    }

    @AfterAll
    static void stop() {
        if (echo != null) {
            echo.stop(0);
        }
    }

    /** The default of ASKME_TLS_PROXY, and an address that differs from the client's. */
    @ParameterizedTest
    @ValueSource(strings = {"unix:", "10.1.2.3"})
    void forwardedHeadersOfAClientAreReplaced(String terminator) throws Exception {
        try (Nginx nginx = behind(terminator)) {
            String seen = nginx.get("/claims", CLAIMS).body();

            assertThat(seen).contains("X-forwarded-for=[127.0.0.1]", "X-forwarded-proto=[http]");
            assertThat(seen).doesNotContain("6.6.6.6", "https", "evil.example", "of-the-client");
            // The Java client offers HTTP/2 in plain text (h2c), which would turn the connection into a tunnel.
            assertThat(seen).doesNotContain("Upgrade=");
        }
    }

    @Test
    void headersOfTheTlsTerminatorAreTrusted() throws Exception {
        try (Nginx nginx = behind("127.0.0.0/8")) {
            assertThat(nginx.get("/claims", CLAIMS).body())
                    .contains("X-forwarded-for=[6.6.6.6]", "X-forwarded-proto=[https]")
                    .doesNotContain("evil.example", "of-the-client");
            // The terminator added the last address; the client sent those before it.
            assertThat(nginx.get("/claims", "X-Forwarded-For", "6.6.6.6, 7.7.7.7")
                            .body())
                    .contains("X-forwarded-for=[7.7.7.7]", "X-forwarded-proto=[http]");
        }
    }

    @Test
    void clientsBehindTheTerminatorHaveSeparateLimits() throws Exception {
        try (Nginx nginx = behind("127.0.0.1")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> postFrom(nginx, "6.6.6.6") == 429);

            assertThat(postFrom(nginx, "7.7.7.7")).isEqualTo(200);
        }
    }

    @Test
    void requestIdIsUniqueLoggedAndNotCached() throws Exception {
        try (Nginx nginx = behind("unix:")) {
            String path = "/login/reset/secret-token";
            HttpResponse<String> one = nginx.get(path + "?q=secret-words", "Cookie", "askme=secret-cookie");
            String id = one.headers().firstValue("X-Request-ID").orElseThrow();

            assertThat(one.body()).contains("X-request-id=[" + id + "]");
            assertThat(one.headers().allValues("X-Request-ID")).hasSize(1);
            await().untilAsserted(() -> assertThat(nginx.log()).contains("\"id\":\"" + id + "\""));
            String line = nginx.log()
                    .lines()
                    .filter(each -> each.contains(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(JsonPath.from(line).getString("request")).isEqualTo("GET /login/reset/");
            assertThat(JsonPath.from(line).getInt("status")).isEqualTo(200);
            assertThat(nginx.log()).doesNotContain("secret");
            assertThat(nginx.get("/kept").headers().firstValue("X-Request-ID"))
                    .isNotEqualTo(nginx.get("/kept").headers().firstValue("X-Request-ID"));
            assertThat(nginx.get("/kept").headers().firstValue("X-Cache")).hasValue("HIT");
        }
    }

    @Test
    void errorPagesOfNginxHaveTheSitesLayout() throws Exception {
        try (Nginx nginx = behind("unix:")) {
            HttpResponse<String> tooLarge = nginx.post("/signup/", 13 * 1024 * 1024);
            assertThat(tooLarge.statusCode()).isEqualTo(413);
            assertSorry(tooLarge);
            // The reply itself: the limit may let the next request pass.
            assertSorry(await().atMost(Duration.ofSeconds(30))
                    .until(() -> nginx.post("/login/", 3), reply -> reply.statusCode() == 429));
        }
    }

    private static void assertSorry(HttpResponse<String> reply) {
        assertThat(reply.body()).contains("<title>T", "lang=\"ru\"").doesNotContain("nginx");
        assertThat(reply.headers().map())
                .containsEntry("content-type", List.of("text/html; charset=utf-8"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsKeys("content-security-policy", "x-frame-options", "referrer-policy", "x-request-id");
    }

    private static int postFrom(Nginx nginx, String client) throws Exception {
        return nginx.post("/login/", 3, "X-Forwarded-For", client).statusCode();
    }

    private static Nginx behind(String terminator) throws IOException {
        return Nginx.behind(
                terminator,
                program,
                Nginx.freePort(),
                Nginx.inFrontOf("localhost:" + echo.getAddress().getPort()));
    }

    private static void answerHeaders(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestHeaders().entrySet().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("X-Request-ID", "of-the-site");
        exchange.getResponseHeaders().set("X-Readers", "everybody");
        if (exchange.getRequestURI().getPath().equals("/kept")) {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
