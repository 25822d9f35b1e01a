package askme.search;

import askme.support.FilledMySql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** The same languages on a real MySQL. */
@Tag("full")
@Tag("databases")
@QuarkusTest
@TestProfile(FilledMySql.class)
class SearchCorpusOnMySqlTest extends SearchCorpusTest {}
