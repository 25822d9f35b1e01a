package askme.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** On the database the tests run on: the embedded MariaDB, or what the environment has an address for. */
@QuarkusTest
class SearchQueriesTest extends SearchSql {

    @Inject
    AgroalDataSource source;

    @Override
    Connection connect() throws SQLException {
        return source.getConnection();
    }
}
