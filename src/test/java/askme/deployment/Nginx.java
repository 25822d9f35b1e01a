package askme.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The nginx of this machine with the nginx.conf of the image; only addresses and directories are replaced. */
final class Nginx implements AutoCloseable {

    static final Path CONFIG = Path.of("src/main/docker/nginx/nginx.conf");
    static final Path TEMPLATE = CONFIG.resolveSibling("templates/tls-proxy.conf.template");
    private static final String WEBS = "server web:8080; server web-2:8080;";
    private final HttpClient http;
    private final Process process;
    private final Path log;
    final String address;

    /** Starts it in front of the site and the hub at these ports. */
    Nginx(Path program, int web, int centrifugo) throws IOException {
        this(program, freePort(), centrifugo, inFrontOf("localhost:" + web));
    }

    /** The text of nginx.conf with these webs instead of those it names. */
    static String inFrontOf(String... webs) throws IOException {
        String text = Files.readString(CONFIG);
        assertThat(text).contains(WEBS);
        return text.replace(WEBS, "server " + String.join("; server ", webs) + ";");
    }

    /** Starts it at this port with a text of nginx.conf that has the site's address already. */
    Nginx(Path program, int port, int centrifugo, String text) throws IOException {
        this(program, "http://localhost:" + port, HttpClient.newHttpClient(), listening(text, port, centrifugo));
    }

    private static String listening(String text, int port, int centrifugo) {
        return text.replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("server centrifugo:8000", "server 127.0.0.1:" + centrifugo);
    }

    /** Starts it with a text of nginx.conf that has this listen address already. */
    Nginx(Path program, String address, HttpClient http, String text) throws IOException {
        this(program, address, http, text, "");
    }

    /** Starts it behind the TLS terminator of this address, which the image of nginx reads from {@code ASKME_TLS_PROXY}. */
    static Nginx behind(String terminator, Path program, int port, String text) throws IOException {
        String named = Files.readString(TEMPLATE).replace("${ASKME_TLS_PROXY}", terminator);
        return new Nginx(
                program, "http://localhost:" + port, HttpClient.newHttpClient(), listening(text, port, 1), named);
    }

    private Nginx(Path program, String address, HttpClient http, String text, String tlsProxy) throws IOException {
        this.address = address;
        this.http = http;
        Path home = Files.createTempDirectory("nginx");
        log = home.resolve("log");
        Files.createDirectory(home.resolve("conf.d"));
        Files.writeString(home.resolve("conf.d/tls-proxy.conf"), tlsProxy);
        String config = text.replace("/tmp/nginx.pid", home + "/nginx.pid")
                .replace("/var/cache/nginx/askme", home + "/cache")
                .replace("/etc/nginx/conf.d", home + "/conf.d")
                .replace(
                        "/askme/pages",
                        CONFIG.resolveSibling("pages").toAbsolutePath().toString());
        Path file = Files.writeString(home.resolve("nginx.conf"), config);
        process = new ProcessBuilder(
                        program.toString(), "-p", home.toString(), "-c", file.toString(), "-g", "daemon off;" + user())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(get("/").statusCode()).isEqualTo(200));
        } catch (ConditionTimeoutException e) {
            process.destroy();
            throw new IllegalStateException(log(), e);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, int bytes, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.ofByteArray(new byte[bytes]));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Its standard output and error so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** If root starts nginx, its workers run as nobody, which cannot write into this directory. */
    private static String user() {
        return "root".equals(System.getProperty("user.name")) ? " user root;" : "";
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
