package askme.embedded.hub;

import askme.support.FaultProxy;
import askme.support.Signal;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Centrifugo with the repository's centrifugo.json, if {@code bin/test} installed one. */
public final class RealCentrifugo implements AutoCloseable {

    private final ProcessBuilder builder;
    private Process process;
    private final int port = freePort();
    private final int internal = freePort();

    /** Starts it. The environment variables in {@code more} override centrifugo.json. */
    public RealCentrifugo(Map<String, String> more) {
        builder = new ProcessBuilder(binary().toString(), "-c", "centrifugo.json", "--log.level=error");
        Map<String, String> env = builder.environment();
        env.put("CENTRIFUGO_HTTP_SERVER_PORT", Integer.toString(port));
        env.put("CENTRIFUGO_HTTP_SERVER_INTERNAL_PORT", Integer.toString(internal));
        env.put("CENTRIFUGO_HTTP_SERVER_ADDRESS", "127.0.0.1");
        env.put("CENTRIFUGO_HTTP_API_KEY", CentrifugoContract.API_KEY);
        env.put("CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY", TestToken.SECRET);
        env.put("CENTRIFUGO_CLIENT_ALLOWED_ORIGINS", CentrifugoContract.ORIGIN);
        env.putAll(more);
        start();
    }

    /** Starts it, also after {@link #close}: on the same ports and without its history. */
    public void start() {
        try {
            process = builder.inheritIO().start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::healthy);
    }

    /** The configuration with which the application uses it. */
    public Map<String, String> config() {
        return Map.of(
                "askme.centrifugo.url",
                url(),
                "askme.centrifugo.api-url",
                api(),
                "askme.centrifugo.api-key",
                CentrifugoContract.API_KEY,
                "askme.centrifugo.token-secret",
                TestToken.SECRET);
    }

    /** The path of the binary: the configured one, else the one of {@code go install}. */
    static Path binary() {
        String named = System.getenv("ASKME_TEST_CENTRIFUGO");
        String go = System.getenv().getOrDefault("GOPATH", System.getProperty("user.home") + "/go");
        return named != null ? Path.of(named) : Path.of(go, "bin", "centrifugo");
    }

    /** Whether the binary exists. */
    public static boolean present() {
        return Files.isExecutable(binary());
    }

    String url() {
        return "ws://127.0.0.1:" + port + "/connection/websocket";
    }

    String api() {
        return "http://127.0.0.1:" + internal + "/api";
    }

    private boolean healthy() throws Exception {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internal + "/health"))
                .build();
        return HttpClient.newHttpClient()
                        .send(health, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** {@code kill -9} until the returned object is closed. */
    public FaultProxy.Active kill() {
        process.destroyForcibly().onExit().join();
        return this::start;
    }

    /** SIGSTOP until the returned object is closed. */
    public FaultProxy.Active hang() {
        Process hung = process;
        Signal.STOP.send(hung);
        return () -> Signal.CONT.send(hung);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
