package askme.mail.notice;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Queues the digests that are due, and deletes what old mails have told. */
@ApplicationScoped
@JobHandler(name = "queue-digests", queue = Queues.DIGEST)
class DigestTask implements PeriodicTask {

    private static final int BATCH = 200;

    /** A digest that was not sent in this time is a dead job. The next notification makes the next slot. */
    private static final Duration SLOT_KEPT = Duration.ofDays(3);

    /** Longer than an unread notification grows. */
    private static final Duration TOLD_KEPT = Duration.ofDays(365);

    private static final Duration QUESTION_KEPT = Duration.ofDays(1);

    private final DigestSlots slots;
    private final NoticeConfig config;
    private final Clock clock;

    DigestTask(DigestSlots slots, NoticeConfig config, Clock clock) {
        this.slots = slots;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail-digests";
    }

    @Override
    public String schedule() {
        return config.digestSchedule();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        while (slots.queue(now, BATCH) == BATCH) {
            // A batch a transaction keeps locks short.
        }
        sweep(DigestSlots.OLD, now.minus(SLOT_KEPT));
        sweep(DigestSlots.OLD_TOLD, now.minus(TOLD_KEPT));
        sweep(DigestSlots.OLD_QUESTIONS, now.minus(QUESTION_KEPT));
    }

    private void sweep(String sql, Instant before) {
        while (slots.sweep(sql, before, BATCH) == BATCH) {
            // The same.
        }
    }
}
