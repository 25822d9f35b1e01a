package askme.jobs.worker;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process of the crash suite, a worker or a producer, that can be killed and stopped as only a process can. */
final class CrashProcess {

    /** Where a process finds its servers. */
    record Servers(String redis, String url, String user, String password) {

        static Servers of(String[] args) {
            return new Servers(args[0], args[1], args[2], args[3]);
        }

        CrashDatabase database() throws SQLException {
            return new CrashDatabase(url, user, password);
        }

        QueueKit kit() {
            RedisOptions options = new RedisOptions()
                    .setConnectionString(redis)
                    .setMaxPoolSize(16)
                    .setMaxPoolWaiting(64);
            // The defaults of production, but for the poison limit: the suite kills on purpose.
            return new QueueKit(Redis.createClient(Vertx.vertx(), options), Map.of("retry.crashes", "20"));
        }
    }

    final String name;
    private final Process process;

    private CrashProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static CrashProcess start(Class<?> main, Servers servers, Path log, String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                servers.redis(),
                servers.url(),
                servers.user(),
                servers.password(),
                name));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.resolve(name + ".log").toFile())
                    .start();
            return new CrashProcess(name, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code kill -STOP}: it does not notice that time passes. */
    void stop() {
        signal(process.pid(), "STOP");
    }

    /** {@code kill -CONT}. */
    void goOn() {
        signal(process.pid(), "CONT");
    }

    /** {@code kill -TERM}: it stops in good order; false where that takes too long. */
    boolean end() {
        process.destroy();
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
