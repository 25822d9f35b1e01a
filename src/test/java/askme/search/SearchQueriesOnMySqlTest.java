package askme.search;

import askme.support.RealMySql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract on a real MySQL, whose empty database is migrated first. */
@Tag("full")
@Tag("databases")
class SearchQueriesOnMySqlTest extends SearchQueriesContract {

    private static RealMySql mysql;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        mysql = RealMySql.start();
        Flyway.configure().dataSource(mysql.url(), "root", "").load().migrate();
    }

    @AfterAll
    static void stop() {
        mysql.close();
    }

    @Override
    Connection connect() throws SQLException {
        return mysql.connect();
    }
}
