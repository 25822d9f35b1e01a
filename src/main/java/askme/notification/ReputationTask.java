package askme.notification;

import askme.database.Jdbc;
import askme.database.NewTransaction;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notifies members of the change of their rating since the last time. The inbox stores the last rating, in the transaction of the
 * notification, so a second run notifies nobody twice.
 */
@ApplicationScoped
@JobHandler(name = "notify-reputation", queue = Queues.DIGEST)
class ReputationTask implements PeriodicTask {

    /** Members whose rating differs, of those after the last one. The inner query bounds the work. */
    static final String CHANGED = """
            SELECT m.id, m.rating, m.joined_at, m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1) AS suspended, i.rating_told FROM (
              SELECT id FROM member WHERE id > ? ORDER BY id LIMIT ?
            ) page JOIN member m ON m.id = page.id LEFT JOIN inbox i ON i.member_id = m.id
            ORDER BY m.id""";

    private static final String TOLD = "SELECT member_id, rating_told FROM inbox WHERE member_id IN (%s) FOR UPDATE";

    private static final String STORE = "INSERT INTO inbox (member_id, rating_told) VALUES %s"
            + " ON DUPLICATE KEY UPDATE rating_told = VALUES(rating_told)";

    /** The rating of a member who joined before was not counted from 0 by this task. */
    private static final Duration NEW = Duration.ofDays(2);

    private final Jdbc jdbc;
    private final Notifier notifier;
    private final NotificationConfig config;
    private final Clock clock;

    ReputationTask(AgroalDataSource database, Notifier notifier, NotificationConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.notifier = notifier;
        this.config = config;
        this.clock = clock;
    }

    /** @param told null before the first time */
    private record Rating(long member, int now, Integer told, Instant joined, boolean suspended) {

        static Rating of(ResultSet row) throws SQLException {
            return new Rating(
                    row.getLong("id"),
                    row.getInt("rating"),
                    row.getObject("rating_told", Integer.class),
                    Jdbc.instant(row, "joined_at"),
                    row.getBoolean("suspended"));
        }
    }

    @Override
    public String name() {
        return "reputation";
    }

    @Override
    public String schedule() {
        return config.reputationSchedule();
    }

    @Override
    public void run() throws SQLException {
        long last = 0;
        List<Rating> batch = members(last);
        while (!batch.isEmpty()) {
            List<Rating> changed = batch.stream()
                    .filter(rating -> !rating.suspended && changed(rating, rating.told))
                    .toList();
            if (!changed.isEmpty()) {
                NewTransaction.run(() -> tell(changed));
            }
            last = batch.get(batch.size() - 1).member;
            batch = members(last);
        }
    }

    private List<Rating> members(long after) throws SQLException {
        return jdbc.query(CHANGED, Rating::of, after, Inbox.MOST_TOLD);
    }

    private boolean changed(Rating rating, Integer told) {
        return told == null ? rating.now != 0 : rating.now != told;
    }

    private void tell(List<Rating> changed) {
        List<Long> members = changed.stream().map(Rating::member).toList();
        notifier.lock(members);
        Map<Long, Integer> told = told(members);
        Map<Long, Integer> amounts = new LinkedHashMap<>();
        for (Rating rating : changed) {
            int amount = rating.now - base(rating, told.get(rating.member));
            if (amount != 0) {
                amounts.put(rating.member, amount);
            }
        }
        store(changed);
        // The first run of a site stores the ratings of its members, and notifies nobody.
        if (amounts.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Cause cause = Cause.of(Cause.REPUTATION, now.toEpochMilli());
        notifier.tellLocked(new Fact(NotificationKind.REPUTATION, 0, 0, cause, 0, now), amounts);
    }

    private int base(Rating rating, Integer told) {
        if (told != null) {
            return told;
        }
        return rating.joined.isAfter(clock.instant().minus(NEW)) ? 0 : rating.now;
    }

    /** Reads under the lock, because another worker may have notified them. */
    private Map<Long, Integer> told(List<Long> members) {
        Map<Long, Integer> told = new LinkedHashMap<>();
        try {
            jdbc.query(
                    TOLD.formatted(Jdbc.placeholders(members.size())),
                    row -> told.put(row.getLong("member_id"), row.getObject("rating_told", Integer.class)),
                    members.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("the ratings cannot be read", e);
        }
        return told;
    }

    private void store(List<Rating> ratings) {
        List<Object> values = new ArrayList<>();
        ratings.forEach(rating -> Collections.addAll(values, rating.member, rating.now));
        try {
            jdbc.update(
                    STORE.formatted(String.join(", ", Collections.nCopies(ratings.size(), "(?, ?)"))),
                    values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("the ratings cannot be stored", e);
        }
    }
}
