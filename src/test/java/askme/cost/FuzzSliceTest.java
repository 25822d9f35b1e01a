package askme.cost;

import static askme.cost.HostileRequests.Sender.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import askme.cost.HostileRequests.Sender;
import askme.support.LoggedErrors;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few hostile requests to each route. {@link FuzzTest} sends them for ten minutes to a web with the container's memory. */
@QuarkusTest
@Tag("one-process") // measures this process
class FuzzSliceTest {

    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ROUNDS = 3;

    @Test
    void noHostileRequestFailsOrOccupiesAnEventLoop() throws Exception {
        Visitor ann = Visitor.member("ann");
        ann.answer(ann.ask("Is it alive?", "Let us see.", "java"), "Yes.");
        Measured process = new Measured(ManagementFactory.getPlatformMBeanServer());
        int[] round = {0};
        try (LoggedErrors errors = LoggedErrors.collect()) {
            Fuzzer fuzzer = new Fuzzer(RestAssured.port, process, List.of(UNKNOWN, Sender.of(ann)), SEED);
            fuzzer.run(Route.all(), () -> ++round[0] < ROUNDS);

            assertThat(fuzzer.faults()).isEmpty();
            assertThat(CostTable.exceeded(fuzzer.costs())).isEmpty();
            assertThat(errors.lines()).isEmpty();
        }
        assertThat(Visitor.guest().get("/").status()).isEqualTo(200);
    }
}
