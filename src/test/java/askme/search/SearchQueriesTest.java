package askme.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** The contract on the database of the tests: the embedded MariaDB, or the one that the environment names. */
@QuarkusTest
class SearchQueriesTest extends SearchQueriesContract {

    @Inject
    AgroalDataSource source;

    @Override
    Connection connect() throws SQLException {
        return source.getConnection();
    }
}
