package askme.search.index;

import askme.support.FilledSite;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** The contract on the database of the tests, without the periodic task. */
@QuarkusTest
@TestProfile(FilledSite.class)
@Tag("one-process") // It uses a separate database, which the other process does not read.
class IndexSweepTest extends IndexSweepContract {

    @Inject
    AgroalDataSource source;

    @Override
    DataSource database() {
        return source;
    }
}
