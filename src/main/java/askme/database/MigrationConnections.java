package askme.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Gives the migrations separate connections. A statement of a migration may take long, one of a page may not. */
@Singleton
class MigrationConnections implements FlywayConfigurationCustomizer {

    private static final String CONNECT_MS = "10000";

    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final DatabaseConfig config;

    MigrationConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            DatabaseConfig config) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        long limitMs = config.commandTimeout().toMillis();
        migrations.jdbcProperties(Map.of("connectTimeout", CONNECT_MS, "socketTimeout", Long.toString(limitMs)));
        migrations.dataSource(url, user.orElse(null), password.orElse(null));
    }
}
