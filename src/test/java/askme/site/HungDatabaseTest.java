package askme.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.database.DatabaseUnavailable;
import askme.database.NewTransaction;
import askme.support.FaultProxy;
import askme.support.FaultySite;
import askme.support.Inbox;
import askme.support.Outage;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that hangs: every page answers within five seconds, and a written text comes back. */
@QuarkusTest
@TestProfile(FaultySite.class)
@Tag("one-process") // the other process has no proxies
class HungDatabaseTest {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    /** More than the threads of pages, so that some requests wait for a thread. */
    private static final int READERS = 80;

    @Inject
    TestDatabase database;

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("hungAnn");
        bob = Visitor.member("hungBob");
        question = ann.ask("What if it hangs?", "Then it answers in time", "outage");
        bob.get("/question/" + question + "/");
    }

    @Test
    void everyRequestIsAnsweredInTimeWhileTheDatabaseHangs() {
        try (Outage hang = Outage.hang(Outage.DATABASE)) {
            assertUnavailable();
        }
        assertAllFlows();
    }

    @Test
    void everyRequestIsAnsweredInTimeWhileTheNetworkSwallowsStatements() {
        assertEveryRequestIsAnsweredInTimeDuring(FaultProxy.Fault.SWALLOWING);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "REFUSING"})
    @Tag("full")
    @Tag("outage")
    void everyRequestIsAnsweredInTimeDuringAnyFaultOfTheNetwork(FaultProxy.Fault fault) {
        assertEveryRequestIsAnsweredInTimeDuring(fault);
    }

    private void assertEveryRequestIsAnsweredInTimeDuring(FaultProxy.Fault fault) {
        try (FaultProxy.Active active = FaultySite.DATABASE.begin(fault)) {
            assertUnavailable();
        }
        assertAllFlows();
    }

    /** Each reply is in time, but a page needs several. */
    @Test
    @Tag("full")
    @Tag("outage")
    void slowRepliesOfOneRequestShareItsDeadline() {
        try (FaultProxy.Active active = FaultySite.DATABASE.begin(FaultProxy.Fault.SLOW)) {
            Timed page = timed(() -> Visitor.guest().get("/question/" + question + "/"));
            assertThat(page.took).isLessThan(ANSWER_WITHIN);
            assertThat(page.reply.status()).isEqualTo(503);
        }
        assertAllFlows();
    }

    /** The transaction manager reports the failure of a commit as a suppressed exception. */
    @Test
    void failedCommitIsAnOutage() {
        AtomicReference<FaultProxy.Active> fault = new AtomicReference<>();
        try {
            assertThatThrownBy(() -> NewTransaction.run(() -> {
                        database.of("SELECT COUNT(*) FROM question FOR UPDATE");
                        fault.set(FaultySite.DATABASE.begin(FaultProxy.Fault.REFUSING));
                    }))
                    .satisfies(failure ->
                            assertThat(DatabaseUnavailable.in(failure)).isPresent());
        } finally {
            fault.get().close();
        }
        assertAllFlows();
    }

    @Test
    void statementsOfJobsHaveALongerLimitThanThoseOfPages() {
        long job = database.of("SELECT @@lock_wait_timeout");
        assertThat(job).isEqualTo(9);
    }

    private void assertUnavailable() {
        List<CompletableFuture<Timed>> pages = new ArrayList<>();
        for (int i = 0; i < READERS - 1; i++) {
            String path = List.of("/question/" + question + "/", "/members/", "/search/?q=" + Visitor.unique("egg"))
                    .get(i % 3);
            pages.add(CompletableFuture.supplyAsync(
                    () -> timed(() -> Visitor.guest().get(path)), readers));
        }
        pages.add(CompletableFuture.supplyAsync(() -> timed(this::answer), readers));
        Timed written = pages.get(READERS - 1).join();
        assertThat(written.reply.status()).isEqualTo(503);
        assertThat(written.reply.page().text()).contains("Written while it hangs");
        assertThat(pages).extracting(CompletableFuture::join).allSatisfy(page -> {
            assertThat(page.took).isLessThan(ANSWER_WITHIN);
            assertThat(page.reply.status()).isEqualTo(503);
            assertThat(page.reply.header("Retry-After")).isNotNull();
        });
    }

    private void assertAllFlows() {
        await().atMost(BACK_WITHIN).ignoreExceptions().untilAsserted(() -> assertThat(
                        Visitor.guest().get("/question/" + question + "/").status())
                .isEqualTo(200));
        String text = "Written after it " + System.nanoTime();
        await().atMost(BACK_WITHIN).untilAsserted(() -> {
            bob.get("/question/" + question + "/");
            assertThat(bob.submit("form:has(textarea[name=text])", Map.of("text", text))
                            .status())
                    .isEqualTo(200);
        });
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Inbox.of(ann.email()))
                .anyMatch(mail -> mail.text().contains(text)));
    }

    private Visitor.Reply answer() {
        return bob.submit("form:has(textarea[name=text])", Map.of("text", "Written while it hangs"));
    }

    private record Timed(Visitor.Reply reply, Duration took) {}

    private static Timed timed(java.util.function.Supplier<Visitor.Reply> request) {
        long start = System.nanoTime();
        Visitor.Reply reply = request.get();
        return new Timed(reply, Duration.ofNanos(System.nanoTime() - start));
    }
}
