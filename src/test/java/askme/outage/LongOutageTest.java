package askme.outage;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The faults of MySQL, and those that come back several times: they would make the other group too long. */
@Tag("full")
@Tag("outage-more")
class LongOutageTest extends OutageRows {

    static Stream<Cell> cells() {
        return wanted(Stream.concat(
                Matrix.cells(Part.MARIADB).filter(cell -> cell.fault().times() > 1), Matrix.cells(Part.MYSQL)));
    }
}
