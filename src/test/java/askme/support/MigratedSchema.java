package askme.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A schema on the tests' server with all migrations and no site, for code that needs only a database. */
public final class MigratedSchema implements AutoCloseable {

    private final AgroalDataSource database;

    private final List<String> account;

    private MigratedSchema(AgroalDataSource database, List<String> account) {
        this.database = database;
        this.account = account;
    }

    /** Makes the schema again without rows. */
    public static MigratedSchema empty(String name) throws SQLException {
        SeparateSchema schema = new SeparateSchema(name, true) {};
        Map<String, String> services = RealServices.config();
        String url = schema.start().get("quarkus.datasource.jdbc.url");
        String user =
                services.getOrDefault("quarkus.datasource.username", System.getenv("QUARKUS_DATASOURCE_USERNAME"));
        String password =
                services.getOrDefault("quarkus.datasource.password", System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
        Flyway.configure().dataSource(url, user, password).load().migrate();
        return new MigratedSchema(
                AgroalDataSource.from(
                        new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(4)
                                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                        .principal(new NamePrincipal(user))
                                        .credential(new SimplePassword(password))))),
                List.of(url, user, password));
    }

    public AgroalDataSource database() {
        return database;
    }

    /** The address of the database, its user and the password, for another process. */
    public List<String> account() {
        return account;
    }

    public TestDatabase reader() {
        return new TestDatabase(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
