package askme.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A separate schema on the tests' server. */
abstract class SeparateSchema implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final String schema;
    private final boolean emptied;

    /** @param emptied whether rows of an earlier start are removed */
    SeparateSchema(String schema, boolean emptied) {
        this.schema = schema;
        this.emptied = emptied;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> services = RealServices.config();
        String url = services.getOrDefault(URL, System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
        String user =
                services.getOrDefault("quarkus.datasource.username", System.getenv("QUARKUS_DATASOURCE_USERNAME"));
        String password =
                services.getOrDefault("quarkus.datasource.password", System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            if (emptied) {
                statement.execute("DROP DATABASE IF EXISTS " + schema);
            }
            statement.execute("CREATE DATABASE IF NOT EXISTS " + schema
                    + " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(URL, url.replaceFirst("/[a-z_]+\\?", "/" + schema + "?"));
    }

    @Override
    public void stop() {
        // The server and its rows are deleted after the tests.
    }

    /** Starts after the services, because it changes their address. */
    @Override
    public int order() {
        return 10;
    }
}
