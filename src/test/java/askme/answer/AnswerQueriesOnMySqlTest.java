package askme.answer;

import askme.support.FilledMySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** On a genuine MySQL, as production has it. */
@QuarkusTest
@TestProfile(FilledMySql.class)
@Tag("full")
@Tag("databases")
class AnswerQueriesOnMySqlTest extends AnswerQueriesTest {}
