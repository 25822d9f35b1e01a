package askme.push;

import askme.database.Row;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.outbound.OutboundUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/** The devices of members, and what each has received. Each change is one transaction. */
@ApplicationScoped
class Subscriptions {

    static final String OF_MEMBER = "SELECT id, endpoint_hash, device, added_at FROM push_subscription"
            + " WHERE member_id = :member ORDER BY id DESC LIMIT 100";

    static final String MEMBERS = "SELECT DISTINCT member_id FROM push_subscription WHERE member_id IN (:members)";

    /** The devices that have not received this state of the notification. */
    static final String DUE = "SELECT s.id, s.endpoint, s.browser_key, s.secret, m.language FROM push_subscription s"
            + " JOIN member m ON m.id = s.member_id"
            + " LEFT JOIN push_delivery d ON d.subscription_id = s.id AND d.notification_id = :notification"
            + " WHERE s.member_id = :member AND (d.happened_at IS NULL OR d.happened_at < :at)";

    private static final String SAVE = "INSERT INTO push_subscription"
            + " (member_id, session_hash, endpoint, endpoint_hash, browser_key, secret, device, added_at)"
            + " SELECT :member, id_hash, :endpoint, :hash, :key, :secret, :device, :now FROM session"
            + " WHERE id_hash = :session"
            + " ON DUPLICATE KEY UPDATE member_id = VALUES(member_id), session_hash = VALUES(session_hash),"
            + " browser_key = VALUES(browser_key), secret = VALUES(secret), device = VALUES(device)";

    private static final String SENT = "INSERT INTO push_delivery (subscription_id, notification_id, happened_at)"
            + " SELECT s.id, n.id, :at FROM push_subscription s JOIN notification n ON n.id = :notification"
            + " WHERE s.id IN (:devices)"
            + " ON DUPLICATE KEY UPDATE happened_at = GREATEST(push_delivery.happened_at, :at)";

    private final Session hibernate;
    private final PushConfig config;
    private final Outbox outbox;
    private final Clock clock;

    Subscriptions(Session hibernate, PushConfig config, Outbox outbox, Clock clock) {
        this.hibernate = hibernate;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The data that a browser has sent about itself. */
    record Wish(OutboundUrl endpoint, byte[] key, byte[] secret, String device) {}

    /** Adds or renews a device of {@code member}, and removes the oldest ones above the limit. Adds none if the session has ended. */
    @Transactional
    void save(long member, byte[] session, Wish wish) {
        Member.lock(member);
        hibernate
                .createNativeMutationQuery(SAVE)
                .setParameter("member", member)
                .setParameter("session", session)
                .setParameter("endpoint", wish.endpoint.toString())
                .setParameter("hash", hash(wish.endpoint))
                .setParameter("key", wish.key)
                .setParameter("secret", wish.secret)
                .setParameter("device", wish.device)
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
        List<Device> devices = of(member);
        devices.stream().skip(config.devices()).forEach(device -> remove(member, device.id()));
    }

    /** The devices of {@code member}, the newest first. */
    @Transactional
    List<Device> of(long member) {
        return hibernate
                .createNativeQuery(OF_MEMBER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("endpoint_hash", byte[].class)
                .addScalar("device", String.class)
                .addScalar("added_at", Instant.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> device(new Row(values, names)))
                .list();
    }

    /** Removes the device if it is one of the member's own. */
    @Transactional
    void remove(long member, long id) {
        hibernate
                .createNativeMutationQuery("DELETE FROM push_subscription WHERE id = :id AND member_id = :member")
                .setParameter("id", id)
                .setParameter("member", member)
                .executeUpdate();
    }

    /** Records {@link PushNotification} for each of these members who has a device. */
    @Transactional
    void order(Collection<PushNotification> orders) {
        Set<Long> members = new TreeSet<>();
        orders.forEach(order -> members.add(order.memberId()));
        Set<Long> withDevices = Set.copyOf(hibernate
                .createNativeQuery(MEMBERS, Long.class)
                .addScalar("member_id", Long.class)
                .setParameterList("members", members)
                .list());
        orders.stream().filter(order -> withDevices.contains(order.memberId())).forEach(outbox::record);
    }

    /** The devices of {@code member} that must still receive the notification in its state of {@code at}. */
    @Transactional
    List<Subscription> due(long member, long notification, Instant at) {
        return hibernate
                .createNativeQuery(DUE, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("endpoint", String.class)
                .addScalar("browser_key", byte[].class)
                .addScalar("secret", byte[].class)
                .addScalar("language", String.class)
                .setParameter("notification", notification)
                .setParameter("member", member)
                .setParameter("at", at)
                .setTupleTransformer((values, names) -> subscription(new Row(values, names)))
                .list();
    }

    /** Records that these devices have received the notification, and removes those that do not exist any longer. */
    @Transactional
    void settle(long notification, Instant at, Collection<Long> sent, Collection<Long> gone) {
        if (!gone.isEmpty()) {
            hibernate
                    .createNativeMutationQuery("DELETE FROM push_subscription WHERE id IN (:ids)")
                    .setParameterList("ids", gone)
                    .executeUpdate();
        }
        if (!sent.isEmpty()) {
            hibernate
                    .createNativeMutationQuery(SENT)
                    .setParameter("at", at)
                    .setParameter("notification", notification)
                    .setParameterList("devices", sent)
                    .executeUpdate();
        }
    }

    private static Subscription subscription(Row row) {
        return new Subscription(
                row.id("id"),
                row.text("endpoint"),
                (byte[]) row.value("browser_key"),
                (byte[]) row.value("secret"),
                row.has("language") ? Locale.forLanguageTag(row.text("language")) : Locale.ENGLISH);
    }

    private static Device device(Row row) {
        String hash = HexFormat.of().formatHex((byte[]) row.value("endpoint_hash"));
        return new Device(row.id("id"), row.text("device"), hash, row.moment("added_at"));
    }

    private static byte[] hash(OutboundUrl endpoint) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(endpoint.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
