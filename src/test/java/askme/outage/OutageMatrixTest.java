package askme.outage;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The faults of all parts, on MariaDB. */
@Tag("full")
@Tag("outage")
class OutageMatrixTest extends OutageRows {

    static Stream<Cell> cells() {
        return wanted(Matrix.cells(Part.MARIADB)).filter(cell -> cell.fault().times() == 1);
    }
}
