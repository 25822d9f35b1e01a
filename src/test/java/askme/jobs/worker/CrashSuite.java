package askme.jobs.worker;

import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.support.RealServices;
import askme.support.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Redis, a schema and processes to kill, with the books of a total queue in the manner of Jepsen. */
final class CrashSuite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final RedisServer redis = RedisServer.start();
    private final Path directory;
    private final CrashProcess.Servers servers;
    private final CrashDatabase database;
    private final List<CrashProcess> processes = new ArrayList<>();
    private final List<String> takeovers = new ArrayList<>();
    private final String schema = "askme_crash_" + ProcessHandle.current().pid() + "_" + redis.port;

    CrashSuite() throws SQLException, IOException {
        Map<String, String> config = RealServices.config();
        String user = config.get("quarkus.datasource.username");
        String password = config.get("quarkus.datasource.password");
        String url = CrashDatabase.create(config.get("quarkus.datasource.jdbc.url"), user, password, schema);
        directory = Files.createDirectories(Path.of("target", schema));
        servers = new CrashProcess.Servers(redis.url(), url, user, password);
        database = servers.database();
    }

    CrashProcess worker(String name, String when, int nth) {
        return started(CrashProcess.start(CrashWorker.class, servers, directory, name, when, "" + nth));
    }

    /** A worker whose effects are mails and publications that the embedded SMTP server and hub have taken. */
    CrashProcess sendingWorker(String name) {
        Map<String, String> config = RealServices.config();
        return started(CrashProcess.start(
                CrashWorker.class,
                servers,
                directory,
                name,
                "never",
                "0",
                config.get("quarkus.mailer.port"),
                config.get("askme.centrifugo.api-url"),
                config.get("askme.centrifugo.api-key")));
    }

    /** An application that writes about 250 jobs a second. */
    CrashProcess producer(String name) {
        return producer(name, Queues.MAIL, 4);
    }

    /** An application that writes jobs for these queues (separated by commas) in turn, with a pause of {@code ms} after each. */
    CrashProcess producer(String name, String queues, int ms) {
        return started(CrashProcess.start(
                CrashProducer.class, servers, directory, name, directory.toString(), queues, Integer.toString(ms)));
    }

    private CrashProcess started(CrashProcess process) {
        processes.add(process);
        return process;
    }

    void untilDone(int effects) {
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM effect") >= effects);
    }

    long effects() throws SQLException {
        return database.number("SELECT COUNT(*) FROM effect");
    }

    /** Jobs of this queue that came to their effect. */
    Set<String> done(String queue) throws SQLException {
        return database.strings("SELECT job FROM effect WHERE queue = '" + queue + "'");
    }

    /** Jobs that are written and not done yet. */
    Set<String> pending() throws SQLException {
        return database.strings("SELECT id FROM outbox");
    }

    /** Stops {@code worker} at a moment at which it holds jobs, and answers these. */
    Set<String> stopHolding(CrashProcess worker) {
        Set<String> held = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            worker.stop();
            held.clear();
            held.addAll(beingDone());
            // What the others hold is gone a moment later.
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            held.retainAll(beingDone());
            if (held.isEmpty()) {
                worker.goOn();
            }
            return !held.isEmpty();
        });
        return held;
    }

    /** Jobs that lie in the lists of workers now. */
    Set<String> beingDone() {
        Set<String> ids = new HashSet<>();
        for (Response key : redis.call(Command.KEYS, "processing:*")) {
            redis.call(Command.LRANGE, key.toString(), "0", "-1").forEach(id -> ids.add(id.toString()));
        }
        return ids;
    }

    /** Waits until every one of {@code jobs} has left the lists of workers or come to its effect, and notes how long it took. */
    void takenOver(String event, Set<String> jobs) {
        long start = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    Set<String> left = new HashSet<>(jobs);
                    left.removeAll(database.strings("SELECT job FROM effect"));
                    return left.isEmpty();
                });
        takeovers.add("%s: %d jobs recovered in %d ms"
                .formatted(event, jobs.size(), (System.nanoTime() - start) / 1_000_000));
    }

    /** Lets the workers finish, then compares what went in with what came out. */
    Books drain() throws SQLException {
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM outbox") == 0);
        Set<String> attempted = read(".attempted");
        Set<String> acknowledged = read(".acknowledged");
        Set<String> done = database.strings("SELECT job FROM effect");
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(done);
        Set<String> unexpected = new HashSet<>(done);
        unexpected.removeAll(attempted);
        Set<String> recovered = new HashSet<>(done);
        recovered.removeAll(acknowledged);
        long duplicated = database.number("SELECT COUNT(*) FROM delivery") - done.size();
        return new Books(
                attempted.size(),
                acknowledged.size(),
                lost.size(),
                unexpected.size(),
                duplicated,
                recovered.size(),
                takeovers);
    }

    /**
     * What a total queue is judged by.
     *
     * @param lost acknowledged and never done: must be 0
     * @param unexpected done and never attempted: must be 0
     * @param duplicated deliveries beyond the first, absorbed by the unique row of the effect
     * @param recovered done though the producer died before it knew that they were written
     */
    record Books(
            int attempted,
            int acknowledged,
            int lost,
            int unexpected,
            long duplicated,
            int recovered,
            List<String> takeovers) {

        String report() {
            return "attempted=%d acknowledged=%d lost=%d unexpected=%d duplicated=%d recovered=%d%n  %s"
                    .formatted(
                            attempted,
                            acknowledged,
                            lost,
                            unexpected,
                            duplicated,
                            recovered,
                            String.join(System.lineSeparator() + "  ", takeovers));
        }
    }

    private Set<String> read(String suffix) {
        Set<String> ids = new HashSet<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                // The last line of a killed producer may be half a line.
                Files.readAllLines(file).stream()
                        .filter(id -> id.length() == 36)
                        .forEach(ids::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        processes.forEach(CrashProcess::kill);
        database.execute("DROP DATABASE " + schema);
        database.close();
        redis.close();
    }
}
