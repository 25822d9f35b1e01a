package askme.moderation;

import askme.jobs.queue.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The log of what moderators and privileged members do. The member whom an entry concerns gets a notification. */
@ApplicationScoped
public class ModerationLog {

    static final int LONGEST_REASON = 500;

    private final Outbox outbox;
    private final Clock clock;

    ModerationLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records an act in the transaction that does it.
     *
     * @param concernedMember the author of the post, or the member; 0 for none
     * @param reason "" if the act needs none; a longer one than 500 characters is cut
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(long actor, Act act, Target target, long concernedMember, String reason) {
        LogEntry entry = new LogEntry();
        entry.actedAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        entry.actorId = actor;
        entry.act = act.stored();
        entry.targetKind = target.kind().stored();
        entry.targetId = target.id();
        entry.memberId = concernedMember;
        entry.reason = cut(reason);
        entry.persist();
        if (act.told() && concernedMember != 0 && concernedMember != actor) {
            outbox.record(new MemberConcerned(entry.id, concernedMember));
        }
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
    }
}
