package askme.outage;

import static org.awaitility.Awaitility.await;

import askme.embedded.MariaDbProgram;
import askme.support.FaultProxy;
import askme.support.RealMySql;
import askme.support.Signal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB or MySQL server whose commits survive its end. The test kills it, stops it and fills its disk. */
final class DatabaseServer implements AutoCloseable {

    static final String ACCOUNT = "askme";
    private static final String OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    private static final Duration START = Duration.ofMinutes(1);

    private final ProcessBuilder program;
    private final int port;
    private Process process;

    private DatabaseServer(ProcessBuilder program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts a MariaDB.
     *
     * @param home the directory of its log
     * @param disk the directory of its data and temporary files
     */
    static DatabaseServer mariaDb(Path home, Path disk) throws Exception {
        MariaDbProgram program = MariaDbProgram.ready();
        program.copyTemplate(Files.createDirectories(disk.resolve("data")));
        return start(home, disk, program.base(), "mariadbd", List.of("--skip-ssl", "--innodb-log-file-size=16M"));
    }

    /** Starts a MySQL; the same parameters. */
    static DatabaseServer mySql(Path home, Path disk) throws Exception {
        Path base = RealMySql.unpack();
        List<String> initialize = command(home, disk, base, "mysqld", 0);
        initialize.add("--initialize-insecure");
        initialize.removeIf(option -> option.startsWith("--init-file"));
        int status = logged(home, initialize).start().waitFor();
        if (status != 0) {
            throw new IOException("mysqld --initialize-insecure ended with " + status);
        }
        return start(home, disk, base, "mysqld", List.of("--mysqlx=OFF", "--innodb-log-file-size=16M"));
    }

    private static DatabaseServer start(Path home, Path disk, Path base, String program, List<String> more)
            throws IOException {
        int port = freePort();
        Files.writeString(home.resolve("init.sql"), """
                CREATE DATABASE IF NOT EXISTS askme DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
                CREATE USER IF NOT EXISTS askme@'%' IDENTIFIED BY 'askme';
                GRANT ALL ON *.* TO askme@'%';
                """);
        List<String> command = command(home, disk, base, program, port);
        command.addAll(more);
        DatabaseServer server = new DatabaseServer(logged(home, command), port);
        server.run();
        return server;
    }

    private static List<String> command(Path home, Path disk, Path base, String program, int port) throws IOException {
        return new ArrayList<>(List.of(
                base.resolve("bin").resolve(program).toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + base,
                "--datadir=" + disk.resolve("data"),
                "--tmpdir=" + Files.createDirectories(disk.resolve("tmp")),
                "--init-file=" + home.resolve("init.sql"),
                "--socket=" + home.resolve("s"),
                "--pid-file=" + home.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve", // the nameless account of localhost would be taken instead of ours
                "--skip-log-bin",
                "--innodb-buffer-pool-size=64M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
    }

    private static ProcessBuilder logged(Path home, List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("database.log").toFile()));
    }

    /** Starts it (again) on its data. */
    void run() {
        try {
            process = program.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await().atMost(START).until(() -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("the database ended; see database.log in " + program.command());
            }
            return answers();
        });
    }

    /** {@code kill -9} until the returned object is closed. */
    FaultProxy.Active kill() {
        process.destroyForcibly().onExit().join();
        return this::run;
    }

    /** SIGSTOP until the returned object is closed. */
    FaultProxy.Active hang() {
        Process hung = process;
        Signal.STOP.send(hung);
        return () -> Signal.CONT.send(hung);
    }

    int port() {
        return port;
    }

    /** The URL at {@code port}, which may be a proxy's. */
    static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/askme" + OPTIONS;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port), ACCOUNT, ACCOUNT);
    }

    /** The number in the first column of the first row. */
    long number(String query) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
