package askme.jobs.support;

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

/** A Redis, a schema and processes to kill. It counts jobs as Jepsen does for a total queue. */
public final class CrashSuite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public final RedisServer redis = RedisServer.start();
    private final Path directory;
    private final CrashProcess.Servers servers;
    private final CrashDatabase database;
    private final List<CrashProcess> processes = new ArrayList<>();
    private final List<String> recoveries = new ArrayList<>();
    private final String schema = "askme_crash_" + ProcessHandle.current().pid() + "_" + redis.port;

    public CrashSuite() throws SQLException, IOException {
        Map<String, String> config = RealServices.config();
        String user = config.get("quarkus.datasource.username");
        String password = config.get("quarkus.datasource.password");
        String url = CrashDatabase.create(config.get("quarkus.datasource.jdbc.url"), user, password, schema);
        directory = Files.createDirectories(Path.of("target", schema));
        servers = new CrashProcess.Servers(redis.url(), url, user, password);
        database = servers.database();
    }

    public CrashProcess worker(String name, String when, int nth) {
        return started(CrashProcess.start(CrashWorker.class, servers, directory, name, when, "" + nth));
    }

    /** A worker that sends mails and publications to the embedded SMTP server and hub. */
    public CrashProcess sendingWorker(String name) {
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

    /** An application that records about 250 jobs a second. */
    public CrashProcess producer(String name) {
        return producer(name, Queues.MAIL, 4);
    }

    /** An application that records jobs for these queues (separated by commas) one after another, with a pause of {@code ms} after each. */
    public CrashProcess producer(String name, String queues, int ms) {
        return started(CrashProcess.start(
                CrashProducer.class, servers, directory, name, directory.toString(), queues, Integer.toString(ms)));
    }

    private CrashProcess started(CrashProcess process) {
        processes.add(process);
        return process;
    }

    public void awaitEffects(int effects) {
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM effect") >= effects);
    }

    public long effects() throws SQLException {
        return database.number("SELECT COUNT(*) FROM effect");
    }

    /** Jobs of this queue whose effect has happened. */
    public Set<String> done(String queue) throws SQLException {
        return database.strings("SELECT job FROM effect WHERE queue = '" + queue + "'");
    }

    /** Jobs that are recorded and not done. */
    public Set<String> pending() throws SQLException {
        return database.strings("SELECT id FROM outbox");
    }

    /** Stops {@code worker} at a moment when it holds jobs, and returns these. */
    public Set<String> stopHolding(CrashProcess worker) {
        Set<String> held = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            worker.stop();
            held.clear();
            held.addAll(claimed());
            // The jobs of other workers are completed a moment later.
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            held.retainAll(claimed());
            if (held.isEmpty()) {
                worker.resume();
            }
            return !held.isEmpty();
        });
        return held;
    }

    /** Jobs in the lists of workers. */
    public Set<String> claimed() {
        Set<String> ids = new HashSet<>();
        for (Response key : redis.call(Command.KEYS, "processing:*")) {
            redis.call(Command.LRANGE, key.toString(), "0", "-1").forEach(id -> ids.add(id.toString()));
        }
        return ids;
    }

    /** Waits until the effects of all {@code jobs} have happened, and stores the time that this took. */
    public void awaitRecovery(String event, Set<String> jobs) {
        long start = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    Set<String> left = new HashSet<>(jobs);
                    left.removeAll(database.strings("SELECT job FROM effect"));
                    return left.isEmpty();
                });
        recoveries.add("%s: %d jobs recovered in %d ms"
                .formatted(event, jobs.size(), (System.nanoTime() - start) / 1_000_000));
    }

    /** Waits until the workers have done all jobs, and compares the jobs recorded with the jobs done. */
    public Counts drain() throws SQLException {
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
        return new Counts(
                attempted.size(),
                acknowledged.size(),
                lost.size(),
                unexpected.size(),
                duplicated,
                recovered.size(),
                recoveries);
    }

    /**
     * The counts of a total queue.
     *
     * @param lost acknowledged and never done; must be 0
     * @param unexpected done and never attempted; must be 0
     * @param duplicated deliveries after the first, which the unique row of the effect absorbs
     * @param recovered done, although the producer died before the acknowledgement
     */
    public record Counts(
            int attempted,
            int acknowledged,
            int lost,
            int unexpected,
            long duplicated,
            int recovered,
            List<String> recoveries) {

        public String report() {
            return "attempted=%d acknowledged=%d lost=%d unexpected=%d duplicated=%d recovered=%d%n  %s"
                    .formatted(
                            attempted,
                            acknowledged,
                            lost,
                            unexpected,
                            duplicated,
                            recovered,
                            String.join(System.lineSeparator() + "  ", recoveries));
        }
    }

    private Set<String> read(String suffix) {
        Set<String> ids = new HashSet<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                // The last line of a killed producer may be incomplete.
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
