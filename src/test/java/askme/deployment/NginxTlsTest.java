package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.Observatory;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site behind real TLS: nginx has the TLS lines of docs/operations.md and a self-signed certificate. */
@QuarkusTest
@TestProfile(NginxTlsTest.BehindTls.class)
@Tag("full")
@Tag("deployment")
class NginxTlsTest {

    private static final String PORT = "askme.test.tls-port";
    private static Nginx nginx;
    private static SSLContext trust;

    /** The public address is known before the site starts. */
    public static class BehindTls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                // A system property, as this class is loaded twice.
                if (System.getProperty(PORT) == null) {
                    System.setProperty(PORT, Integer.toString(Nginx.freePort()));
                }
                return Map.of(
                        "askme.base-url", "https://localhost:" + System.getProperty(PORT),
                        "quarkus.http.proxy.proxy-address-forwarding", "true",
                        "quarkus.http.proxy.enable-forwarded-host", "true",
                        "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The port of the public address. */
    static String port() {
        return System.getProperty(PORT);
    }

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Programs.find("nginx");
        Optional<Path> openssl = Programs.find("openssl");
        assumeTrue(program.isPresent() && openssl.isPresent(), "no nginx or no openssl here");
        if (nginx != null) {
            return;
        }
        TlsCertificate certificate = new TlsCertificate(openssl.get());
        trust = certificate.trust();
        nginx = new Nginx(
                program.get(),
                "https://localhost:" + port(),
                HttpClient.newBuilder().sslContext(trust).build(),
                config(certificate.home));
    }

    private static String config(Path home) throws IOException {
        String lines = Files.readString(Path.of("docs/operations.md"));
        String listen = lines.substring(lines.indexOf("listen 8443 ssl"));
        return Nginx.inFrontOf("localhost:" + RestAssured.port)
                .replace("include /etc/nginx/listen.d/*.conf;", listen.substring(0, listen.indexOf("```")))
                // The syntax of nginx before 1.25.1; later versions print a warning.
                .replace("ssl;\nhttp2 on;", "ssl http2;")
                .replace("listen 8080", "listen 127.0.0.1:" + Nginx.freePort())
                .replace("listen 8443", "listen 127.0.0.1:" + System.getProperty(PORT))
                .replace("/etc/nginx/listen.d/", home + "/")
                .replace("server centrifugo:8000", "server 127.0.0.1:1");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
            nginx = null;
        }
    }

    @Test
    void pagesAndFilesUseHttp2() throws Exception {
        assertThat(nginx.get("/").version()).isEqualTo(HttpClient.Version.HTTP_2);
        HttpResponse<String> compressed = nginx.get("/hot/", "Accept-Encoding", "gzip");
        assertThat(compressed.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void everyKindOfPageIsGradedAPlus() throws Exception {
        for (String path : List.of("/", "/login/", "/signup/", "/nowhere/", "/search/?q=x", "/tags/")) {
            HttpResponse<String> reply = nginx.get(path);
            Map<String, Integer> modifiers = Observatory.modifiers(reply);
            assertThat(Observatory.penalised(modifiers))
                    .as(path + " " + modifiers)
                    .isGreaterThanOrEqualTo(90);
            assertThat(Observatory.score(modifiers)).as(path + " " + modifiers).isGreaterThanOrEqualTo(135);
            assertThat(reply.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(hsts -> assertThat(hsts).contains("max-age=63072000"));
        }
    }

    @Test
    void signUpSetsHostCookiesAndKeepsTheSession() {
        Visitor ann = Visitor.guestOverTls(nginx.address, trust).signUp(Visitor.unique("tls"));
        assertThat(ann.cookies().keySet()).anyMatch(name -> name.startsWith("__Host-"));
        // The cookie of the device has a path, which the prefix __Host- forbids (RFC 6265bis, 4.1.3.2).
        assertThat(ann.cookies().keySet())
                .allMatch(name -> name.startsWith("__Host-")
                        || List.of("__Secure-device", "language").contains(name));
        assertThat(ann.get("/").page().select(".nickname").text()).isEqualTo(ann.nickname());
        long question = ann.ask("Does a form work over TLS?", "It does.", "");
        assertThat(ann.last().url()).startsWith("https://localhost:").contains("/question/" + question);
    }
}
