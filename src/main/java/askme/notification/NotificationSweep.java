package askme.notification;

import askme.database.Jdbc;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Removes old notifications, in batches. */
@ApplicationScoped
@JobHandler(name = "sweep-notifications", queue = Queues.DIGEST)
class NotificationSweep implements PeriodicTask {

    static final String OLD = "SELECT id, member_id FROM notification FORCE INDEX (notification_age)"
            + " WHERE happened_at < ? ORDER BY happened_at LIMIT " + Inbox.MOST_TOLD;

    /** A few hundred members after the last one. The inner query bounds the work. */
    static final String LARGE = """
            SELECT i.member_id, (SELECT COUNT(*) FROM notification n FORCE INDEX (notification_of_member)
                                 WHERE n.member_id = i.member_id) AS total
            FROM inbox i WHERE i.member_id > ? ORDER BY i.member_id LIMIT 200""";

    static final String SURPLUS = "SELECT id, member_id FROM notification FORCE INDEX (notification_of_member)"
            + " WHERE member_id = ? ORDER BY happened_at, id LIMIT ?";

    private final Jdbc jdbc;
    private final Withdrawal withdrawal;
    private final NotificationConfig config;
    private final Clock clock;

    NotificationSweep(AgroalDataSource database, Withdrawal withdrawal, NotificationConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.withdrawal = withdrawal;
        this.config = config;
        this.clock = clock;
    }

    private record Total(long member, int total) {}

    @Override
    public String name() {
        return "notification-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() throws SQLException {
        removeOld();
        long last = 0;
        List<Total> batch = totals(last);
        while (!batch.isEmpty()) {
            for (Total inbox : batch) {
                removeSurplus(inbox.member, inbox.total - config.most());
            }
            last = batch.get(batch.size() - 1).member;
            batch = totals(last);
        }
    }

    private void removeOld() throws SQLException {
        List<Withdrawal.Target> old;
        do {
            old = jdbc.query(OLD, Withdrawal.Target::of, clock.instant().minus(config.keep()));
            if (!old.isEmpty()) {
                withdrawal.remove(old);
            }
        } while (!old.isEmpty());
    }

    private void removeSurplus(long member, int surplus) throws SQLException {
        for (int left = surplus; left > 0; left -= Inbox.MOST_TOLD) {
            withdrawal.remove(jdbc.query(SURPLUS, Withdrawal.Target::of, member, Math.min(left, Inbox.MOST_TOLD)));
        }
    }

    private List<Total> totals(long after) throws SQLException {
        return jdbc.query(LARGE, row -> new Total(row.getLong("member_id"), row.getInt("total")), after);
    }
}
