package askme.webhook;

import askme.support.FilledMySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** The same tests on a real MySQL, as in production. */
@QuarkusTest
@TestProfile(FilledMySql.class)
@Tag("full")
@Tag("databases")
class WebhookQueriesOnMySqlTest extends WebhookQueriesTest {}
