package askme.sidebar;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** On the database the tests run on: the embedded MariaDB, or what the environment has an address for. */
@QuarkusTest
class SidebarQueriesTest extends SidebarSql {

    @Inject
    AgroalDataSource source;

    @Override
    AgroalDataSource database() {
        return source;
    }
}
