package askme.notification;

import askme.support.FilledMySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** The same on a real MySQL, as in production. */
@QuarkusTest
@TestProfile(FilledMySql.class)
@Tag("full")
@Tag("databases")
class LongInboxOnMySqlTest extends LongInboxTest {}
