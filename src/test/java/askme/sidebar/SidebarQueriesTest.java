package askme.sidebar;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Runs on the database of the tests: the embedded MariaDB, or the database that the environment configures. */
@QuarkusTest
class SidebarQueriesTest extends SidebarSql {

    @Inject
    AgroalDataSource source;

    @Override
    AgroalDataSource database() {
        return source;
    }
}
