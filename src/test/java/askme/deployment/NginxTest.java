package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.settings.Settings;
import askme.support.FaultProxy;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The nginx.conf of the image, run by the nginx of this machine in front of the site. */
@QuarkusTest
@Tag("full")
@Tag("deployment")
class NginxTest {

    private static Nginx nginx;

    @Inject
    @ConfigProperty(name = "askme.centrifugo.url")
    URI hub;

    @Inject
    TestDatabase testDatabase;

    @Inject
    Settings settings;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> program = Programs.find("nginx");
        assumeTrue(program.isPresent(), "no nginx here");
        if (nginx == null) {
            nginx = new Nginx(program.get(), RestAssured.port, hub.getPort());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void configurationIsShort() throws IOException {
        assertThat(Files.readAllLines(Nginx.CONFIG)).hasSizeLessThanOrEqualTo(78);
    }

    @Test
    void secondRequestOfAGuestIsCached() throws Exception {
        nginx.get("/hot/?page=1");

        assertThat(nginx.get("/hot/?page=1").headers().firstValue("X-Cache")).hasValue("HIT");
    }

    @Test
    void eachLanguageIsCachedSeparately() throws Exception {
        assertThat(nginx.get("/", "Accept-Language", "en").body()).contains("lang=\"en\"");
        assertThat(nginx.get("/", "Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8").body())
                .contains("lang=\"ru\"");
        HttpResponse<String> chosen = nginx.get("/", "Cookie", "language=ru");
        assertThat(chosen.body()).contains("lang=\"ru\"");
        assertThat(chosen.headers().allValues("Content-Language")).containsExactly("ru");
        assertThat(nginx.get("/", "Accept-Language", "de, en;q=0.5, ru;q=0.1").body())
                .contains("lang=\"en\"");
    }

    @Test
    void pageOfAMemberIsNotCached() throws Exception {
        Visitor anna = Visitor.guestAt(nginx.address).signUp(Visitor.unique("anna"));

        Visitor.Reply hers = anna.get("/");

        assertThat(hers.body()).contains(anna.nickname());
        assertThat(hers.header("X-Cache")).isEqualTo("BYPASS");
        assertThat(nginx.get("/").body()).doesNotContain(anna.nickname());
    }

    @Test
    void uploadedPictureIsServedFromTheCache() throws Exception {
        Visitor ann = Visitor.guestAt(nginx.address).signUp(Visitor.unique("anna"));
        ann.get("/profile/edit/");
        byte[] picture = Files.readAllBytes(Path.of("docs/img/home.png"));
        String avatar = ann.submitWithFile("form:has([name=avatar])", Map.of(), "avatar", "me.png", picture)
                .page()
                .selectFirst("header img.avatar")
                .attr("src");

        assertThat(avatar).matches("/avatar/[0-9a-f]{32}\\.(jpg|png)");
        assertThat(nginx.get(avatar).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/"));
        HttpResponse<String> again = nginx.get(avatar);
        assertThat(again.headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(again.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @Test
    void nothingIsServedFromTheCacheOfASiteThatBecamePrivate() throws Exception {
        nginx.get("/active/?page=1");
        assertThat(nginx.get("/active/?page=1").headers().firstValue("X-Cache")).hasValue("HIT");
        try (FaultProxy web = FaultProxy.before("127.0.0.1", RestAssured.port);
                Nginx another = new Nginx(Programs.find("nginx").orElseThrow(), web.port(), hub.getPort())) {
            another.get("/active/?page=1");
            assertThat(another.get("/active/?page=1").headers().firstValue("X-Cache"))
                    .hasValue("HIT");
            try {
                testDatabase.change(
                        "INSERT INTO setting (name, language, value, changed_at) VALUES ('readers', '', 'members', UTC_TIMESTAMP(6))");
                raiseSettings();
                await().atMost(Duration.ofSeconds(2)).until(() -> settings.forMembersOnly());
                HttpResponse<String> closed = nginx.get("/active/?page=1");
                assertThat(closed.statusCode()).isEqualTo(303);
                assertThat(closed.headers().firstValue("X-Cache")).hasValue("BYPASS");
                assertThat(nginx.get("/internal/readers").headers().firstValue("X-Readers"))
                        .isEmpty();
                web.set(FaultProxy.Fault.REFUSING);
                HttpResponse<String> down = another.get("/active/?page=1");
                assertThat(down.statusCode()).isEqualTo(502);
                assertThat(down.body()).contains("Try again in a moment");
            } finally {
                testDatabase.change("DELETE FROM setting WHERE name = 'readers'");
                raiseSettings();
                settings.refresh();
            }
        }
        assertThat(nginx.get("/active/?page=1").statusCode()).isEqualTo(200);
    }

    private void raiseSettings() {
        testDatabase.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
    }

    @Test
    void unchangedPageHasNoBody() throws Exception {
        HttpResponse<String> first = nginx.get("/tags/");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = nginx.get("/tags/", "If-None-Match", tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void stylesAndPagesAreCompressed() throws Exception {
        String styles = firstMatch(nginx.get("/").body(), "href=\"(/static/[^\"]+\\.css)\"");

        assertThat(nginx.get(styles, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        HttpResponse<String> page = nginx.get("/", "Accept-Encoding", "gzip");
        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(page.headers().allValues("Vary")).hasSize(1);
        assertThat(nginx.get(styles).headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(nginx.get(styles).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
    }

    @Test
    void webSocketReachesCentrifugo() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://localhost:" + RestAssured.port)
                .buildAsync(
                        URI.create(nginx.address.replace("http", "ws") + "/connection/websocket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                answer.complete(text.toString());
                                return null;
                            }
                        })
                .get(10, TimeUnit.SECONDS);
        String token = firstMatch(nginx.get("/realtime/token").body(), "\"token\" *: *\"([^\"]+)\"");

        socket.sendText("{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}", true);

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("\"connect\"").contains("\"client\"");
        socket.abort();
    }

    @Test
    void tooLargeBodyIsRefusedByNginx() throws Exception {
        HttpResponse<String> refused = nginx.post("/signup/", 13 * 1024 * 1024);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Try again in a moment", "href=\"/plain.css\"");
        assertThat(nginx.get("/plain.css").headers().firstValue("Content-Type")).contains("text/css");
        assertThat(nginx.get("/sorry.html").statusCode()).isEqualTo(404);
    }

    @Test
    void malformedUrlGetsAnErrorPage() throws Exception {
        URI site = URI.create(nginx.address);
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            String request = "GET /tag/%zz/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("This link is broken", "\r\nX-Request-ID: ", "\r\nContent-Security-Policy: ");
        }
    }

    @Test
    void tooManyPostsGetAnErrorPage() throws Exception {
        // A separate nginx, so that this test does not use up the limits of the others.
        try (Nginx another = new Nginx(Programs.find("nginx").orElseThrow(), RestAssured.port, hub.getPort())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> another.post("/login/", 3).statusCode() == 429);
        }
    }

    private static String firstMatch(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
