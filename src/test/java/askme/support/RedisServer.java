package askme.support;

import static org.awaitility.Awaitility.await;

import askme.jobs.queue.RedisClient;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** A redis-server process for one test, which may kill, stop and empty it. */
public final class RedisServer implements AutoCloseable {

    public final int port;
    private final Path directory;
    private final Vertx vertx = Vertx.vertx();
    private Process process;

    private RedisServer(int port, Path directory) {
        this.port = port;
        this.directory = directory;
    }

    public static RedisServer start() {
        try (ServerSocket free = new ServerSocket(0)) {
            RedisServer server = new RedisServer(free.getLocalPort(), Files.createTempDirectory("askme-redis"));
            free.close();
            server.run();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server (again) on its data. */
    public void run() {
        try {
            process = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            directory.toString(),
                            "--save",
                            "",
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "everysec")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            socket.getOutputStream().write("PING\r\n".getBytes());
            return new String(socket.getInputStream().readNBytes(5)).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the process, which keeps its connections, until the returned object is closed. */
    public FaultProxy.Active hang() {
        Process hung = process;
        Signal.STOP.send(hung);
        return () -> Signal.CONT.send(hung);
    }

    /** Deletes its data while it is down. */
    public void wipe() {
        deleteTree(directory.resolve("appendonlydir"));
    }

    public String url() {
        return "redis://127.0.0.1:" + port + "/1";
    }

    /** A client whose pool is large enough for a few workers. */
    public Redis client() {
        return client(port, 32);
    }

    /**
     * A client with the time limits of the site.
     *
     * @param through the port of the server or of a proxy
     */
    public Redis client(int through, int poolSize) {
        NetClientOptions limits = new NetClientOptions()
                .setConnectTimeout(2_000)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(4);
        return Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString("redis://127.0.0.1:" + through + "/1")
                        .setNetClientOptions(limits)
                        .setMaxPoolSize(poolSize)
                        .setMaxPoolWaiting(256));
    }

    public Response call(Command command, String... args) {
        Request request = Request.cmd(command);
        for (String arg : args) {
            request.arg(arg);
        }
        Redis client = client();
        try {
            return RedisClient.await(client.send(request), Duration.ofSeconds(5));
        } finally {
            client.close();
        }
    }

    @Override
    public void close() {
        kill();
        vertx.close();
        deleteTree(directory);
    }

    private static void deleteTree(Path root) {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
