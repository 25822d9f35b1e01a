package askme.search.index;

import askme.support.RealMySql;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract on a real MySQL, whose empty database is migrated first. */
@Tag("full")
@Tag("databases")
class IndexSweepOnMySqlTest extends IndexSweepContract {

    private static RealMySql mysql;
    private static AgroalDataSource database;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        mysql = RealMySql.start();
        database = mysql.migrated();
    }

    @AfterAll
    static void stop() {
        database.close();
        mysql.close();
    }

    @Override
    DataSource database() {
        return database;
    }
}
