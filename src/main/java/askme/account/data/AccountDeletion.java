package askme.account.data;

import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.session.Sessions;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.Session;

/** Plans the deletion of an account, and takes the plan back. */
@ApplicationScoped
class AccountDeletion {

    private final Session hibernate;
    private final Outbox outbox;
    private final Sessions sessions;
    private final DataConfig config;
    private final Audit audit;
    private final Clock clock;

    AccountDeletion(Session hibernate, Outbox outbox, Sessions sessions, DataConfig config, Audit audit, Clock clock) {
        this.hibernate = hibernate;
        this.outbox = outbox;
        this.sessions = sessions;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account will be deleted after the time to change one's mind, and its member gets a mail. A plan that exists stays. */
    void plan(Member member) {
        NewTransaction.run(() -> {
            if (store(member.id, "UPDATE member SET delete_at = :at WHERE id = :id AND delete_at IS NULL", at())) {
                outbox.record(new DeletionPlanned(member.id));
            }
        });
        sessions.refresh(member.id);
        audit.event("deletion-planned", member.id);
    }

    private Instant at() {
        return clock.instant().plus(config.deletedAfter());
    }

    /** The account stays. Does nothing once the deletion has begun. */
    void takeBack(long member) {
        NewTransaction.run(() -> store(
                member, "UPDATE member SET delete_at = NULL WHERE id = :id AND delete_at > :at", clock.instant()));
        sessions.refresh(member);
        audit.event("deletion-taken-back", member);
    }

    private boolean store(long member, String sql, Instant at) {
        return hibernate
                        .createNativeMutationQuery(sql)
                        .setParameter("at", at)
                        .setParameter("id", member)
                        .executeUpdate()
                == 1;
    }
}
