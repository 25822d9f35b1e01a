package askme.member;

import askme.database.Jdbc;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stores the skeletons of members who do not have them: those from before the upgrade, and those that the previous version or fill-db
 * added. A run ends in time for the next one, which continues.
 */
@ApplicationScoped
@JobHandler(name = "store-nickname-skeletons", queue = Queues.DIGEST)
class NicknameSkeletonsTask implements PeriodicTask {

    static final String NEXT = """
            SELECT m.id, m.nickname FROM member m
            WHERE m.id > (SELECT value FROM site_counter WHERE name = 'skeletons') ORDER BY m.id LIMIT 500""";

    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final Jdbc jdbc;
    private final MemberConfig config;
    private final Clock clock;

    NicknameSkeletonsTask(AgroalDataSource database, MemberConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.config = config;
        this.clock = clock;
    }

    private record Named(long id, String nickname) {}

    @Override
    public String name() {
        return "nickname-skeletons";
    }

    @Override
    public String schedule() {
        return config.skeletonsSchedule();
    }

    @Override
    public void run() throws SQLException {
        Instant end = clock.instant().plus(LONGEST_RUN);
        while (storeNext() > 0 && clock.instant().isBefore(end)) {
            // Each call is one transaction.
        }
    }

    /** Returns the number of members. */
    private int storeNext() throws SQLException {
        List<Named> next = jdbc.query(NEXT, row -> new Named(row.getLong("id"), row.getString("nickname")));
        if (next.isEmpty()) {
            return 0;
        }
        return jdbc.transaction(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            for (Named member : next) {
                for (String skeleton : NicknameSkeletons.of(member.nickname)) {
                    Jdbc.update(
                            connection,
                            "INSERT IGNORE INTO nickname_skeleton (member_id, skeleton) VALUES (?, ?)",
                            member.id,
                            skeleton);
                }
            }
            long last = next.get(next.size() - 1).id;
            Jdbc.update(connection, "UPDATE site_counter SET value = ? WHERE name = 'skeletons' AND value < ?", last, last);
            return next.size();
        });
    }
}
