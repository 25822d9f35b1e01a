package askme.realtime;

import askme.support.Outage;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

/** Runs the matrix with the embedded hub. */
@QuarkusTest
@Tag("full")
@Tag("live")
class LiveMatrixTest extends LiveMatrix {

    @Override
    protected AutoCloseable kill() {
        return Outage.kill(Outage.REALTIME);
    }
}
