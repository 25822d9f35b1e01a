package askme.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** A real Redis with the three databases of production: cache 0, jobs 1, schedule 2. Its jobs survive a restart. */
final class Redis implements EmbeddedService {

    private static final String PID_FILE = "redis.pid";
    private static final String PASSWORD = "embedded.redis.password";

    private final DataDirectory directory;
    private final Secrets secrets;
    private final int port;
    private RedisServer server;

    Redis(DataDirectory directory, Secrets secrets) throws Exception {
        this.directory = directory;
        this.secrets = secrets;
        directory.endLeftover(PID_FILE);
        this.port = directory.port(name(), 0);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public synchronized void start() throws Exception {
        server = RedisServer.newRedisServer()
                .executableProvider(Redis::executable)
                .bind("127.0.0.1")
                .port(port)
                .setting("dir \"" + directory.directory("redis") + "\"")
                .setting("pidfile \"" + directory.file(PID_FILE) + "\"")
                .setting("requirepass " + secrets.of(PASSWORD))
                // The command line must keep the name of the directory: it identifies the process of a killed run.
                .setting("set-proc-title no")
                .setting("appendonly yes")
                // If the memory is full, the queue must refuse jobs and must not lose any.
                .setting("maxmemory-policy noeviction")
                .setting("save \"\"")
                .build();
        server.start();
    }

    @Override
    public synchronized void stop() throws Exception {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized void kill() throws Exception {
        var process = directory.process(PID_FILE);
        if (process.isPresent() && process.get().destroyForcibly()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        stop();
    }

    @Override
    public void hang() throws Exception {
        directory.signal(PID_FILE, "STOP");
    }

    @Override
    public void resume() throws Exception {
        directory.signal(PID_FILE, "CONT");
    }

    @Override
    public Map<String, String> config() {
        return Map.of(
                "quarkus.redis.cache.hosts", url(0),
                "quarkus.redis.jobs.hosts", url(1),
                "quarkus.redis.schedule.hosts", url(2));
    }

    @Override
    public String address() {
        return "redis://127.0.0.1:" + port + "  (cache 0, jobs 1, schedule 2)";
    }

    private String url(int database) {
        return "redis://:" + secrets.of(PASSWORD) + "@127.0.0.1:" + port + "/" + database;
    }

    /** The library unpacks its program into a new temporary directory at each start; one copy is enough. */
    private static synchronized File executable() throws IOException {
        Path kept = Caches.directory().resolve("redis-server-6.2");
        if (!Files.isExecutable(kept)) {
            Path fresh = ExecutableProvider.newJarResourceProvider().get().toPath();
            Path draft = Files.copy(
                    fresh, Files.createTempFile(kept.getParent(), "redis", ""), StandardCopyOption.REPLACE_EXISTING);
            draft.toFile().setExecutable(true);
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return kept.toFile();
    }
}
