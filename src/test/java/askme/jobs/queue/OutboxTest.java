package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.jobs.Queues;
import askme.jobs.admin.JobAdmin;
import askme.jobs.admin.JobEntry;
import askme.jobs.support.NoteHandler;
import askme.jobs.support.Noted;
import askme.jobs.support.Ping;
import askme.support.Outage;
import askme.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("one-process") // another process does not have the handlers of tests
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Outbox outbox;

    @Inject
    NoteHandler handler;

    @Inject
    JobsFactory factory;

    @Inject
    JobAdmin admin;

    @Inject
    TestDatabase testDatabase;

    @Inject
    AgroalDataSource database;

    @Inject
    @RedisClientName("jobs")
    Redis redis;

    private final String text = UUID.randomUUID().toString();

    @AfterEach
    void resume() {
        admin.resume(Queues.DIGEST);
    }

    private void record(Object event, Duration delay) {
        QuarkusTransaction.requiringNew().run(() -> outbox.record(event, delay));
    }

    private void record(String note) {
        record(new Noted(note), Duration.ZERO);
    }

    private long rows(String note) {
        return testDatabase.of("SELECT COUNT(*) FROM outbox WHERE event LIKE ?", "%" + note + "%");
    }

    private void untilDone(String note) {
        await().atMost(PATIENCE).until(() -> handler.seen().containsKey(note) && rows(note) == 0);
    }

    @Test
    void committedEventIsHandledAndItsRowDeleted() {
        record(text);
        untilDone(text);
    }

    @Test
    void rolledBackEventLeavesNothing() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.record(new Noted(text));
                    assertThat(rows(text)).isEqualTo(1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rows(text)).isZero();
        record(text + " after");
        untilDone(text + " after");
        assertThat(handler.seen()).doesNotContainKey(text);
    }

    @Test
    void recordingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.record(new Noted(text))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void largeEventIsRefused() {
        assertThatThrownBy(() -> record("x".repeat(17_000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** A version before this limit may have recorded it. */
    @Test
    void largeRowIsDeadWithoutBeingRead() {
        testDatabase.change(
                "INSERT INTO outbox (id, handler, queue, version, event, recorded_at, due_at, push_at)"
                        + " VALUES (?, 'note', ?, 1, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                text,
                Queues.DIGEST,
                "{\"text\":\"" + "x".repeat(2_000_000) + "\"}");
        await().atMost(PATIENCE)
                .until(() ->
                        testDatabase.of("SELECT COUNT(*) FROM outbox WHERE id = ? AND push_at IS NULL", text) == 1);
        record(text + " after");
        untilDone(text + " after");
        testDatabase.change("DELETE FROM outbox WHERE id = ?", text);
    }

    @Test
    void eventWithoutHandlersMakesNoRow() {
        record(new Ping(1), Duration.ZERO);
        assertThat(rows("\"number\":1")).isZero();
    }

    @Test
    void jobHasTheIdOfTheRequest() {
        MDC.put(Outbox.REQUEST_ID, "request-" + text);
        try {
            record(text);
        } finally {
            MDC.remove(Outbox.REQUEST_ID);
        }
        untilDone(text);
        assertThat(handler.seen()).containsEntry(text, "request-" + text);
    }

    @Test
    void delayedEventWaitsUntilRunNow() {
        record(new Noted(text), Duration.ofHours(1));
        await().until(() ->
                admin.delayed(100).stream().anyMatch(job -> job.event().contains(text)));
        assertThat(handler.seen()).doesNotContainKey(text);
        String id = admin.delayed(100).stream()
                .filter(job -> job.event().contains(text))
                .findFirst()
                .orElseThrow()
                .id();
        admin.retry(id);
        untilDone(text);
    }

    @Test
    void rowOfAHostWhoseClockIsAheadIsDueAtOnce() throws SQLException {
        Envelope ahead = new Envelope(
                UUID.randomUUID().toString(),
                handler.name(),
                handler.queue(),
                handler.version(),
                Envelope.tree(new Noted(text)),
                System.currentTimeMillis() + Duration.ofHours(1).toMillis(),
                null,
                null,
                true);
        factory.table().insert(List.of(ahead), Duration.ZERO);
        untilDone(text); // the relay pushes it
    }

    @Test
    void rowWaitsWhileRedisIsDown() {
        try (Outage down = Outage.of(Outage.REDIS)) {
            record(text);
            assertThat(rows(text)).isEqualTo(1);
            RestAssured.get("/").then().statusCode(200);
        }
        untilDone(text);
    }

    @Test
    void emptiedRedisGetsJobsFromTheOutbox() {
        admin.pause(Queues.DIGEST);
        record(text);
        await().until(() -> admin.state().queues().stream()
                .anyMatch(queue -> queue.name().equals(Queues.DIGEST) && queue.depth() > 0));
        redis.sendAndAwait(Request.cmd(Command.FLUSHDB));
        untilDone(text);
    }

    @Test
    void deadJobKeepsItsRowUntilDeleted() {
        record("refused " + text);
        await().until(() -> admin.dead(100).stream().anyMatch(job -> job.event().contains(text)));
        assertThat(testDatabase.of(
                        "SELECT COUNT(*) FROM outbox WHERE event LIKE ? AND push_at IS NULL", "%" + text + "%"))
                .isEqualTo(1);
        JobEntry dead = admin.dead(100).stream()
                .filter(job -> job.event().contains(text))
                .findFirst()
                .orElseThrow();
        admin.delete(dead.id());
        assertThat(rows(text)).isZero();
        assertThat(admin.dead(100)).extracting(JobEntry::id).doesNotContain(dead.id());
    }

    @Test
    void relayReadsARangeOfItsIndex() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + OutboxTable.DUE)) {
            ResultSet plan = explain.executeQuery();
            plan.next();
            assertThat(plan.getString("key")).isEqualTo("outbox_push");
            assertThat(plan.getString("type")).isEqualTo("range");
            assertThat(plan.getString("Extra")).doesNotContain("filesort");
        }
    }
}
