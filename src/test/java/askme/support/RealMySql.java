package askme.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** A real MySQL 8.0.15 from a jar, with an empty database {@code askme}; it needs Debian's libaio1. */
public final class RealMySql implements AutoCloseable {

    private final Process server;
    private final int port;

    private RealMySql(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Unpacks and starts it, which takes some seconds. */
    public static RealMySql start() throws IOException, InterruptedException, SQLException {
        Path home = unpack();
        run(home, command(home, "--initialize-insecure"));
        int port = freePort();
        RealMySql mysql = new RealMySql(
                process(home, command(home, "--port=" + port, "--bind-address=127.0.0.1", "--mysqlx=OFF"))
                        .start(),
                port);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(mysql::answers);
        return mysql;
    }

    /** Unpacks its programs into a new directory, which it returns. */
    public static Path unpack() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mysql");
        Path archive = home.resolve("mysql.tar.gz");
        try (InputStream in = RealMySql.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        run(home, "tar", "xzf", archive.toString(), "-C", home.toString());
        Files.delete(archive);
        return home;
    }

    /** Whether this machine has the jar and the libraries it needs. */
    public static boolean runsHere() {
        return Stream.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64")
                .anyMatch(directory -> Files.exists(Path.of(directory, "libaio.so.1")));
    }

    /** A pool to the database {@code askme}, with the site's tables; the caller closes it. */
    public AgroalDataSource migrated() throws SQLException {
        Flyway.configure().dataSource(url(), "root", "").load().migrate();
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url()).principal(new NamePrincipal("root")))));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "root", "");
    }

    /** The configuration of a site that uses it. Creates an account with a password, which the site requires; call it once. */
    public Map<String, String> account() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE USER askme IDENTIFIED BY 'askme'");
            sql.execute("GRANT ALL ON *.* TO askme");
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", "askme",
                "quarkus.datasource.password", "askme");
    }

    public int port() {
        return port;
    }

    /** The address of the database {@code askme}, which the server creates. */
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + port
                + "/askme?createDatabaseIfNotExist=true&allowPublicKeyRetrieval=true&sslMode=DISABLED";
    }

    /** Stops the process, which keeps its connections, until the returned object is closed. */
    public FaultProxy.Active hang() {
        Signal.STOP.send(server);
        return () -> Signal.CONT.send(server);
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new IllegalStateException("mysqld ended; see mysql.log under target/ (libaio1 installed?)");
        }
        try (Connection ignored = connect()) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String[] command(Path home, String... more) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + home.resolve("data"),
                "--socket=" + home.resolve("s").toString(),
                "--pid-file=" + home.resolve("pid")));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    private static ProcessBuilder process(Path home, String... command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("mysql.log").toFile()));
    }

    private static void run(Path home, String... command) throws IOException, InterruptedException {
        int status = process(home, command).start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
