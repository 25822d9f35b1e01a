package askme.sidebar;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.support.RealMySql;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs on a real MySQL with all migrations. It is not only a long test, because the planner differs from MariaDB's. */
class SidebarQueriesOnMySqlTest extends SidebarSql {

    private static RealMySql mysql;
    private static AgroalDataSource source;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        assumeTrue(RealMySql.runsHere(), "no libaio here");
        mysql = RealMySql.start();
        source = mysql.migrated();
    }

    @AfterAll
    static void stop() {
        if (mysql != null) {
            source.close();
            mysql.close();
        }
    }

    @Override
    AgroalDataSource database() {
        return source;
    }
}
