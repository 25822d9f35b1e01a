package askme.webhook;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deliveries of webhooks and their states. A delivery that waits has exactly one job for its next attempt. */
@ApplicationScoped
public class Deliveries {

    static final String WAITING = "waiting";
    static final String DELIVERED = "delivered";

    /** No further attempt is made. An administrator may send it again. */
    static final String DEAD = "dead";

    /** Readers do not see the post any longer, so it was not sent. */
    static final String GONE = "gone";

    private static final String COLUMNS = "SELECT id, kind, state, attempts, COALESCE(status, 0) AS status, error,"
            + " COALESCE(took_ms, 0) AS took_ms, happened_at, tried_at, due_at FROM webhook_delivery";

    static final String LAST =
            COLUMNS + " FORCE INDEX (webhook_delivery_of_endpoint) WHERE endpoint_id = ? ORDER BY id DESC LIMIT 50";

    static final String LAST_DEAD = COLUMNS + " FORCE INDEX (webhook_delivery_by_state)"
            + " WHERE endpoint_id = ? AND state = 'dead' ORDER BY id DESC LIMIT 50";

    /** IGNORE: the job of an event may run twice. */
    static final String ADD = "INSERT IGNORE INTO webhook_delivery"
            + " (endpoint_id, message_id, kind, subject_id, happened_at, state, due_at)"
            + " SELECT id, ?, ?, ?, ?, 'waiting', ? FROM webhook_endpoint WHERE active = 1 AND FIND_IN_SET(?, kinds)";

    static final String NEW = "SELECT id FROM webhook_delivery WHERE message_id = ? AND attempts = 0";

    private static final String TEST = "INSERT INTO webhook_delivery"
            + " (endpoint_id, message_id, kind, subject_id, happened_at, state, due_at)"
            + " SELECT id, ?, 'test', 0, ?, 'waiting', ? FROM webhook_endpoint WHERE id = ?";

    static final String FIND =
            "SELECT d.id, d.endpoint_id, d.message_id, d.kind, d.subject_id, d.happened_at, d.attempts,"
                    + " e.url, e.secret, e.active FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id"
                    + " WHERE d.id = ? AND d.attempts = ? AND d.state = 'waiting'";

    private static final String SETTLE = "UPDATE webhook_delivery SET state = ?, attempts = attempts + 1, status = ?,"
            + " error = ?, took_ms = ?, tried_at = ?, due_at = ? WHERE id = ? AND attempts = ? AND state = 'waiting'";

    private static final String AGAIN = "UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due_at = ?"
            + " WHERE id = ? AND endpoint_id = ? AND state <> 'waiting'";

    private static final String WORKS = "UPDATE webhook_endpoint SET failing_since = NULL WHERE id = ?";

    private static final String FAILS =
            "UPDATE webhook_endpoint SET failing_since = ? WHERE id = ? AND failing_since IS NULL";

    private static final String SWITCH_OFF = "UPDATE webhook_endpoint SET active = 0, switched_off_at = ?"
            + " WHERE id = ? AND active = 1 AND (? OR failing_since <= ?)";

    static final String ADMINISTRATORS = "SELECT id FROM member WHERE admin = 1 ORDER BY id LIMIT 20";

    private final RetrySchedule schedule = new RetrySchedule(new SecureRandom());
    private final WebhookTable table;
    private final WebhookConfig config;
    private final Outbox outbox;
    private final Clock clock;

    Deliveries(WebhookTable table, WebhookConfig config, Outbox outbox, Clock clock) {
        this.table = table;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A delivery whose attempt is due. */
    record Due(
            long id,
            long endpoint,
            String messageId,
            WebhookKind kind,
            long subject,
            Instant happenedAt,
            int attempts,
            String url,
            String secret,
            boolean active) {}

    /** The last deliveries of a receiver, the newest first. */
    public List<DeliveryLine> last(long endpoint, boolean onlyDead) {
        return table.query(onlyDead ? LAST_DEAD : LAST, Deliveries::line, endpoint);
    }

    /** Makes a delivery of the event for each receiver that chose its kind. */
    void add(String messageId, WebhookKind kind, long subject, Instant happenedAt) {
        NewTransaction.run(() -> {
            Instant now = clock.instant();
            int added = table.update(ADD, messageId, kind.stored(), subject, happenedAt, now, kind.stored());
            if (added > 0) {
                table.query(NEW, row -> row.getLong("id"), messageId)
                        .forEach(id -> outbox.record(new WebhookDue(id, 1)));
            }
        });
    }

    /** Sends a test to a receiver, also if it is off. */
    public void test(long endpoint) {
        String message = "msg_" + UUID.randomUUID();
        NewTransaction.run(() -> {
            Instant now = clock.instant();
            long id = table.insert(TEST, message, now, now, endpoint);
            if (id != 0) {
                outbox.record(new WebhookDue(id, 1));
            }
        });
    }

    /** Sends a delivery again that is not waiting. Returns false if there is no such delivery. */
    public boolean again(long endpoint, long id) {
        return NewTransaction.call(() -> {
            boolean found = table.update(AGAIN, clock.instant(), id, endpoint) == 1;
            if (found) {
                outbox.record(new WebhookDue(id, 1));
            }
            return found;
        });
    }

    /** Empty if this attempt was made before, or the delivery ended. */
    Optional<Due> due(WebhookDue event) {
        return table.query(FIND, Deliveries::due, event.deliveryId(), event.attempt() - 1).stream()
                .findFirst();
    }

    /** Tries this attempt later, because the receiver did not answer another one. */
    void postpone(Due delivery, Duration pause) {
        NewTransaction.run(() -> outbox.record(new WebhookDue(delivery.id, delivery.attempts + 1), pause));
    }

    /** Ends a delivery without an attempt. */
    void end(Due delivery, String state, SendError error) {
        NewTransaction.run(() -> table.update(
                "UPDATE webhook_delivery SET state = ?, error = ?, due_at = NULL WHERE id = ? AND state = 'waiting'",
                state,
                error == null ? null : error.stored(),
                delivery.id));
    }

    /** Records an attempt, and orders the next one if it failed. A test is not repeated. */
    void settle(Due delivery, SendResult result) {
        NewTransaction.run(() -> {
            Instant now = clock.instant();
            int attempts = delivery.attempts + 1;
            boolean test = delivery.kind == WebhookKind.TEST;
            Optional<Duration> pause =
                    result.isTaken() || result.isRemoved() || test ? Optional.empty() : schedule.after(attempts);
            String state = result.isTaken() ? DELIVERED : pause.isPresent() ? WAITING : DEAD;
            int written = table.update(
                    SETTLE,
                    state,
                    result.status() == 0 ? null : result.status(),
                    result.error() == null ? null : result.error().stored(),
                    result.tookMs(),
                    now,
                    pause.map(now::plus).orElse(null),
                    delivery.id,
                    delivery.attempts);
            if (written == 1) {
                pause.ifPresent(wait -> outbox.record(new WebhookDue(delivery.id, attempts + 1), wait));
                judge(delivery, result, test, now);
            }
        });
    }

    private void judge(Due delivery, SendResult result, boolean test, Instant now) {
        if (result.isTaken()) {
            table.update(WORKS, delivery.endpoint);
        } else if (!test) {
            table.update(FAILS, now, delivery.endpoint);
            boolean off =
                    table.update(SWITCH_OFF, now, delivery.endpoint, result.isRemoved(), now.minus(config.offAfter()))
                            == 1;
            if (off) {
                table.query(ADMINISTRATORS, row -> row.getLong("id"))
                        .forEach(member -> outbox.record(new WebhookSwitchedOff(delivery.endpoint, member)));
            }
        }
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getLong("endpoint_id"),
                row.getString("message_id"),
                WebhookKind.of(row.getString("kind")),
                row.getLong("subject_id"),
                Jdbc.instant(row, "happened_at"),
                row.getInt("attempts"),
                row.getString("url"),
                row.getString("secret"),
                row.getBoolean("active"));
    }

    private static DeliveryLine line(ResultSet row) throws SQLException {
        return new DeliveryLine(
                row.getLong("id"),
                WebhookKind.of(row.getString("kind")),
                row.getString("state"),
                row.getInt("attempts"),
                row.getInt("status"),
                row.getString("error"),
                row.getInt("took_ms"),
                Jdbc.instant(row, "happened_at"),
                Jdbc.instant(row, "tried_at"),
                Jdbc.instant(row, "due_at"));
    }
}
