package askme.jobs.support;

import askme.jobs.worker.QueueKit;
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

/** A worker or producer of the crash suite, in a separate process that a test can kill and stop. */
public final class CrashProcess {

    /** The addresses of the servers. */
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
            // The defaults of production except the limit of crashes, because the suite kills workers.
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

    public boolean alive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code kill -STOP}: the process does not notice that time passes. */
    public void stop() {
        signal(process.pid(), "STOP");
    }

    /** {@code kill -CONT}. */
    public void resume() {
        signal(process.pid(), "CONT");
    }

    /** {@code kill -TERM}: the process stops orderly. False if that takes too long. */
    public boolean terminate() {
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
