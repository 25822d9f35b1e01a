package askme.cost;

import static org.assertj.core.api.Assertions.assertThat;

import askme.cost.HostileRequests.Sender;
import askme.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hostile requests to each route of a web with the container's memory: one after the other, then many at once. {@code
 * -Dfuzz.seconds=60} for a shorter run, {@code -Dfuzz.seed=7} to repeat one. {@code target/cost.md} gets each row of the table of costs
 * beside what was measured. {@code -Dcost.write=true} writes the times into the table.
 */
@Tag("full")
@Tag("fuzz")
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 600);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextInt(1_000_000));
    private static final int AT_ONCE = 48;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LARGEST_ANSWERS = 30;
    private static final long MORE_MEMORY = 96L * 1024 * 1024;

    @Test
    void webSurvivesHostileRequests() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        List<Route> routes = Route.all();
        try (FuzzedWeb web = FuzzedWeb.start()) {
            Measured process = web.measured();
            List<Sender> senders = senders("http://localhost:" + web.port());
            Fuzzer warm = new Fuzzer(web.port(), process, senders, SEED);
            warm.run(routes, until(SECONDS / 10));
            long before = process.bytesInUse();

            Fuzzer alone = new Fuzzer(web.port(), process, senders, SEED + 1);
            alone.run(routes, until(SECONDS * 6 / 10));
            Files.writeString(Path.of("target/cost.md"), CostTable.compared(CostTable.read(), alone.costs()));
            if (Boolean.getBoolean("cost.write")) {
                CostTable.write(alone.costs());
            }
            assertThat(alone.faults()).isEmpty();
            assertThat(CostTable.exceeded(alone.costs())).isEmpty();

            assertThat(together(web, process, senders, routes)).isEmpty();
            assertThat(web.isAlive()).isTrue();
            assertThat(Visitor.guestAt("http://localhost:" + web.port())
                            .get("/")
                            .status())
                    .isEqualTo(200);
            assertThat(web.errors()).isEmpty();
            assertThat(process.bytesInUse()).isLessThan(before + MORE_MEMORY);
            System.out.println(
                    "fuzz requests=" + alone.sent() + " memory before=" + before + " after=" + process.bytesInUse());
        }
    }

    /** Nobody, and a member who asked a question with the largest answers that there can be. */
    private static List<Sender> senders(String site) {
        Visitor ann = Visitor.guestAt(site).signUp(Visitor.unique("ann"));
        long question = ann.ask("Does it survive?", "=".repeat(LONGEST_TEXT), "java");
        for (int i = 0; i < LARGEST_ANSWERS; i++) {
            ann.answer(question, i + "=".repeat(LONGEST_TEXT - 3));
        }
        return List.of(Sender.UNKNOWN, Sender.of(ann));
    }

    /** The faults of many requests at a time. The event loops are not measured: their time has no one request. */
    private static List<String> together(FuzzedWeb web, Measured process, List<Sender> senders, List<Route> routes)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<List<String>>> running = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Fuzzer one = new Fuzzer(web.port(), process, senders, SEED + 2 + i).withoutEventLoops();
            running.add(threads.submit(() -> {
                one.run(routes, until(SECONDS * 3 / 10));
                return one.faults();
            }));
        }
        List<String> faults = new ArrayList<>();
        for (Future<List<String>> one : running) {
            faults.addAll(one.get());
        }
        threads.shutdown();
        return faults;
    }

    private static BooleanSupplier until(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return () -> System.nanoTime() < end;
    }
}
