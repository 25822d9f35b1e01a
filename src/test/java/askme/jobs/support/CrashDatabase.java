package askme.jobs.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A schema of the crash suite. It contains the outbox as the migrations create it, a row for each delivery, and a row for
 * each job whose effect has happened. The test and its processes use the same schema.
 */
final class CrashDatabase implements AutoCloseable {

    final AgroalDataSource pool;

    CrashDatabase(String url, String user, String password) throws SQLException {
        pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(12)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
    }

    /** Creates {@code schema} on the server of {@code url} and returns the URL of the schema. */
    static String create(String url, String user, String password, String schema) throws SQLException {
        try (CrashDatabase server = new CrashDatabase(url, user, password)) {
            server.execute("CREATE DATABASE " + schema);
        }
        String created = url.replaceFirst("/askme(\\?|$)", "/" + schema + "$1");
        try (CrashDatabase database = new CrashDatabase(created, user, password)) {
            for (String migration : List.of("V2__outbox.sql", "V10__trace.sql")) {
                String sql = Files.readString(Path.of("src/main/resources/db/migration", migration));
                database.execute(sql.replaceAll("(?m)^--.*$", "").replaceAll(";\\s*$", ""));
            }
            database.execute(
                    "CREATE TABLE delivery (n BIGINT AUTO_INCREMENT PRIMARY KEY, job CHAR(36), worker VARCHAR(64))");
            database.execute("CREATE TABLE effect (job CHAR(36) PRIMARY KEY, number INT, queue VARCHAR(20))");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return created;
    }

    void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    Set<String> strings(String sql) throws SQLException {
        Set<String> all = new HashSet<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    @Override
    public void close() {
        pool.close();
    }
}
