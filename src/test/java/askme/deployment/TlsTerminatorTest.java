package askme.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Browsers;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server of the operator terminates TLS and sends plain HTTP to the nginx.conf of the image; ASKME_TLS_PROXY is not set. */
@QuarkusTest
@TestProfile(NginxTlsTest.BehindTls.class)
@Tag("full")
@Tag("deployment")
class TlsTerminatorTest {

    private static final String TERMINATOR = """
            pid /tmp/nginx.pid; events {}
            http {
              %s
              server {
                listen 127.0.0.1:%s ssl; ssl_certificate %s/cert.pem; ssl_certificate_key %s/key.pem;
                %s
              }
            }
            """;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @ConfigProperty(name = "askme.centrifugo.url")
    URI hub;

    private static Nginx inner;
    private static Nginx terminator;
    private static SSLContext trust;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Programs.find("nginx");
        Optional<Path> openssl = Programs.find("openssl");
        assumeTrue(program.isPresent() && openssl.isPresent(), "no nginx or no openssl here");
        if (terminator != null) {
            return;
        }
        TlsCertificate certificate = new TlsCertificate(openssl.get());
        trust = certificate.trust();
        inner = new Nginx(program.get(), RestAssured.port, hub.getPort());
        terminator = new Nginx(
                program.get(),
                "https://localhost:" + NginxTlsTest.port(),
                HttpClient.newBuilder().sslContext(trust).build(),
                config(certificate.home));
    }

    /** Starts it with the lines of docs/operations.md for {@code http} and {@code server}. */
    private static String config(Path certificate) throws IOException {
        String lines = Files.readString(Path.of("docs/operations.md"));
        int server = lines.indexOf("location / {");
        String http = lines.substring(lines.indexOf("map $http_upgrade"), server);
        String location = lines.substring(server, lines.indexOf("```", server));
        assertThat(location).contains("proxy_pass http://127.0.0.1:8080;");
        return TERMINATOR.formatted(
                http,
                NginxTlsTest.port(),
                certificate,
                certificate,
                location.replace("http://127.0.0.1:8080", inner.address));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (terminator != null) {
            terminator.close();
            inner.close();
            terminator = null;
        }
    }

    @Test
    void redirectHasNoSchemeAndNoHost() {
        Visitor ann = Visitor.guestOverTls(terminator.address, trust).signUp(Visitor.unique("ann"));

        for (String path : new String[] {
            "/language/ru", "/login/", "/member/" + ann.nickname().toUpperCase() + "/"
        }) {
            Visitor.Reply reply = ann.getOnce(path);
            assertThat(reply.status()).as(path).isEqualTo(303);
            assertThat(reply.header("Location")).as(path).matches("/[^/].*|/");
        }
    }

    @Test
    void webSocketIsUpgraded() throws Exception {
        WebSocket socket = HttpClient.newBuilder()
                .sslContext(trust)
                .build()
                .newWebSocketBuilder()
                .header("Origin", terminator.address)
                .buildAsync(
                        URI.create(terminator.address.replace("https", "wss") + "/connection/websocket"),
                        new WebSocket.Listener() {})
                .get(10, TimeUnit.SECONDS);
        assertThat(socket.isOutputClosed()).isFalse();
        socket.abort();
    }

    /** The policy's form-action also applies to the redirect of a form. */
    @Test
    void browserSignsUpAndAsks() {
        Page page = browsers.at(terminator.address).newPage();
        String name = Visitor.unique("tls");
        page.navigate("/signup/");
        fill(
                page,
                Map.of(
                        "nickname",
                        name,
                        "email",
                        name + "@example.org",
                        "password",
                        Visitor.PASSWORD,
                        "passwordAgain",
                        Visitor.PASSWORD));
        assertThat(page.locator("header .nickname")).hasText(name);

        page.navigate("/ask/");
        fill(page, Map.of("title", "Does a form work behind a terminator?", "text", "It has to."));
        assertThat(page.locator("h1")).containsText("Does a form work behind a terminator?");
        assertThat(page.url()).startsWith(terminator.address + "/question/");
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach(
                (name, value) -> page.locator("main form [name=" + name + "]").fill(value));
        page.locator("main form button[type=submit]").last().click();
    }
}
