package askme.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import askme.embedded.hub.RealCentrifugo;
import askme.support.RealMySql;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of parts while people read, post, vote, sign in and search: each page is answered within five seconds. Five seconds after the end
 * everything flows again without a restart, and nothing is lost. Writes the table of docs/operations.md to target/outages.md.
 */
@Timeout(600)
abstract class OutageRows {

    /** System property with a pattern of the rows to run, such as {@code SMTP.*}. */
    private static final String ROWS = "askme.outages";

    private static final int BURST = 60;
    private static final OutageTable TABLE = new OutageTable();

    private static final Set<Part> failed = EnumSet.noneOf(Part.class);

    private static OutageSite site;
    private static People people;

    @BeforeAll
    static void requirements() {
        assumeTrue(RealCentrifugo.present(), "no Centrifugo here");
    }

    @AfterAll
    static void write() throws Exception {
        close();
        TABLE.write();
    }

    /** Those of {@code cells} that this run asks for. */
    static Stream<Cell> wanted(Stream<Cell> cells) {
        return cells.filter(cell -> cell.toString().matches(System.getProperty(ROWS, ".*")));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everythingFlowsAgain(Cell cell) throws Exception {
        assumeTrue(cell.database() != Part.MYSQL || RealMySql.runsHere(), "no libaio here");
        useSiteOn(cell.database());
        assumeTrue(site.plays(cell.part(), cell.fault()), "this user may not mount a small disk");
        Findings findings = CellRun.of(site, people, cell);
        TABLE.add(findings);
        TABLE.write();
        assertThat(findings.broken()).isEmpty();
    }

    /** All runs on one database use the same process. */
    private static void useSiteOn(Part database) throws Exception {
        if (site == null || site.databasePart != database) {
            close();
            assertThat(failed)
                    .as("the site on this database did not start before")
                    .doesNotContain(database);
            failed.add(database);
            site = new OutageSite(database, Map.of());
            people = new People(site.address);
            people.warmUp(BURST);
            failed.remove(database);
        }
    }

    private static void close() throws Exception {
        if (site != null) {
            site.close();
            site = null;
        }
    }
}
