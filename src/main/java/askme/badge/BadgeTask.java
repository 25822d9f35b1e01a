package askme.badge;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Awards badges. It looks only at what has changed since its last run, in batches in the order of time. Each batch is a transaction with
 * its awards and the new position, so the task continues after a crash, and a second run awards nothing twice.
 */
@ApplicationScoped
@JobHandler(name = "award-badges", queue = Queues.DIGEST)
class BadgeTask implements PeriodicTask {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    /** A transaction may commit so long after the time that it has stored. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(1);

    private static final String PROGRESS = "SELECT seen_to, caught_up FROM badge_progress WHERE source = ? FOR UPDATE";

    private static final String MOVE = "UPDATE badge_progress SET seen_to = ?, caught_up = ? WHERE source = ?";

    private final Jdbc jdbc;
    private final Awards awards;
    private final BadgeConfig config;
    private final Clock clock;

    BadgeTask(AgroalDataSource database, Awards awards, BadgeConfig config, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.awards = awards;
        this.config = config;
        this.clock = clock;
    }

    private record Progress(Instant seenTo, boolean caughtUp) {

        static Progress of(ResultSet row) throws SQLException {
            return new Progress(Jdbc.instant(row, "seen_to"), row.getBoolean("caught_up"));
        }
    }

    /** The next rows of a source. {@code last} is null without rows. */
    private record Batch(Instant last, int found) {

        static Batch of(ResultSet row) throws SQLException {
            return new Batch(Jdbc.instant(row, "moment"), row.getInt("found"));
        }
    }

    /** A changed row. */
    private record Changed(long post, long member) {

        static Changed of(ResultSet row) throws SQLException {
            return new Changed(row.getLong("post_id"), row.getLong("member_id"));
        }
    }

    @Override
    public String name() {
        return "badges";
    }

    @Override
    public String schedule() {
        return config.schedule();
    }

    @Override
    public void run() {
        run(clock.instant().minus(LATEST_COMMIT));
    }

    /** Awards the badges for what happened until {@code until}; a long history continues in the next runs. */
    void run(Instant until) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        for (Source source : Source.values()) {
            Instant last = until.minus(Duration.ofDays(source.days()));
            boolean more = true;
            while (more && clock.instant().isBefore(end)) {
                more = NewTransaction.call(() -> step(source, last));
            }
        }
    }

    /** Returns whether there may be more. */
    private boolean step(Source source, Instant until) {
        try {
            Progress progress =
                    jdbc.query(PROGRESS, Progress::of, source.stored()).get(0);
            Batch batch =
                    jdbc.query(source.upTo(), Batch::of, progress.seenTo, until).get(0);
            if (batch.last != null) {
                evaluate(
                        source, jdbc.query(source.rows(), Changed::of, progress.seenTo, batch.last), progress.caughtUp);
            }
            boolean more = batch.found == Source.BATCH;
            if (batch.last != null || !progress.caughtUp) {
                jdbc.update(
                        MOVE,
                        batch.last == null ? progress.seenTo : batch.last,
                        progress.caughtUp || !more,
                        source.stored());
            }
            return more;
        } catch (SQLException e) {
            throw new IllegalStateException("badges cannot be awarded", e);
        }
    }

    private void evaluate(Source source, List<Changed> changed, boolean told) throws SQLException {
        Set<Long> posts = new TreeSet<>();
        Set<Long> members = new TreeSet<>();
        changed.forEach(row -> {
            posts.add(row.post);
            members.add(row.member);
        });
        if (source.posts() != null) {
            awards.evaluate(source.posts(), posts, told);
        }
        members.remove(0L);
        awards.evaluate(Subject.MEMBER, members, told);
    }
}
