package askme.settings;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Reads the settings from the database. */
@ApplicationScoped
class SettingsQueries {

    static final String VERSION = "SELECT value FROM site_counter WHERE name = 'settings-version'";
    static final String ALL = "SELECT name, language, value FROM setting";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Jdbc jdbc;

    SettingsQueries(DataSource database) {
        this.jdbc = new Jdbc(database, TIMEOUT);
    }

    /** One row of the table. */
    record Stored(String name, String language, String value) {}

    /** The rows that belong to one version. */
    record Rows(long version, List<Stored> stored) {}

    long version() throws SQLException {
        return jdbc.query(VERSION, row -> row.getLong("value")).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Version and rows in one transaction, so that they fit together. */
    Rows read() throws SQLException {
        return jdbc.transaction(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            long version = Jdbc.query(connection, VERSION, row -> row.getLong("value")).stream()
                    .findFirst()
                    .orElse(0L);
            return new Rows(
                    version,
                    Jdbc.query(
                            connection,
                            ALL,
                            row -> new Stored(
                                    row.getString("name"), row.getString("language"), row.getString("value"))));
        });
    }
}
