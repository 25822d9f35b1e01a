package askme.discussion;

import askme.comment.CommentDeletion;
import askme.deletion.Deletion;
import askme.deletion.Deletions;
import askme.held.HeldPostPurge;
import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes posts that were deleted a long time ago. */
@ApplicationScoped
@JobHandler(name = "purge-deleted-posts", queue = Queues.DIGEST)
class PurgeTask implements PeriodicTask {

    private static final int BATCH = 100;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final Deletions deletions;
    private final PostPurge purge;
    private final HeldPostPurge held;
    private final CommentDeletion comments;
    private final DeletionConfig config;
    private final Settings settings;
    private final Clock clock;

    PurgeTask(
            Deletions deletions,
            PostPurge purge,
            HeldPostPurge held,
            CommentDeletion comments,
            DeletionConfig config,
            Settings settings,
            Clock clock) {
        this.held = held;
        this.comments = comments;
        this.deletions = deletions;
        this.purge = purge;
        this.config = config;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-deleted-posts";
    }

    @Override
    public String schedule() {
        return config.purgeSchedule();
    }

    /** The rest waits for the next run. */
    @Override
    @ActivateRequestContext
    public void run() {
        Instant end = clock.instant().plus(LONGEST_RUN);
        Duration age = config.purgeAfter().orElseGet(() -> Duration.ofDays(settings.get(SettingKeys.PURGE_DAYS)));
        List<Deletion> old = deletions.olderThan(age, BATCH);
        while (!old.isEmpty() && clock.instant().isBefore(end)) {
            old.forEach(purge::purge);
            old = deletions.olderThan(age, BATCH);
        }
        int removed = 1;
        while (removed > 0 && clock.instant().isBefore(end)) {
            removed = held.removeDecided(age) + comments.purge(age);
        }
    }
}
