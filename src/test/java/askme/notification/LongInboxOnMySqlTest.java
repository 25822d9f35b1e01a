package askme.notification;

import askme.support.FilledMySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same on a real MySQL, as in production. */
@QuarkusTest
@TestProfile(FilledMySql.class)
class LongInboxOnMySqlTest extends LongInboxTest {}
