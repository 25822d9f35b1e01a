package askme.picture.storage;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real S3-compatible server, versitygw, with one bucket in a directory. {@code bin/setup} builds it. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "pictures";
    static final String ACCESS_KEY = "tests";
    static final String SECRET_KEY = "tests-only-secret";

    private final Path folder;
    private final int port = freePort();
    private Process process;

    public S3Server(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("gateway"));
        Files.createDirectories(bucket());
        start();
    }

    /** Whether the program is installed. */
    public static boolean present() {
        return Files.isExecutable(program());
    }

    private static Path program() {
        String named = System.getenv("ASKME_TEST_S3");
        String go = System.getenv().getOrDefault("GOPATH", System.getProperty("user.home") + "/go");
        return named != null ? Path.of(named) : Path.of(go, "bin", "versitygw");
    }

    /** Starts it, also after {@link #close}: on the same port, with the same objects. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        program().toString(),
                        "--port",
                        "127.0.0.1:" + port,
                        "--access",
                        ACCESS_KEY,
                        "--secret",
                        SECRET_KEY,
                        "--quiet",
                        "posix",
                        "--nometa",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("gateway.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** The directory with the objects of the bucket. */
    Path bucket() {
        return folder.resolve(BUCKET);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
