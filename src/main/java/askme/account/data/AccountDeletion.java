package askme.account.data;

import askme.database.NewTransaction;
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
    private final Sessions sessions;
    private final DataConfig config;
    private final Audit audit;
    private final Clock clock;

    AccountDeletion(Session hibernate, Sessions sessions, DataConfig config, Audit audit, Clock clock) {
        this.hibernate = hibernate;
        this.sessions = sessions;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account will be deleted after the time to change one's mind. A plan that exists stays. */
    void plan(Member member) {
        store(member.id, "UPDATE member SET delete_at = COALESCE(delete_at, :at) WHERE id = :id", at());
        audit.event("deletion-planned", member.id);
    }

    private Instant at() {
        return clock.instant().plus(config.deletedAfter());
    }

    /** The account stays. Does nothing once the deletion has begun. */
    void takeBack(long member) {
        store(member, "UPDATE member SET delete_at = NULL WHERE id = :id AND delete_at > :at", clock.instant());
        audit.event("deletion-taken-back", member);
    }

    private void store(long member, String sql, Instant at) {
        NewTransaction.run(() -> hibernate
                .createNativeMutationQuery(sql)
                .setParameter("at", at)
                .setParameter("id", member)
                .executeUpdate());
        sessions.refresh(member);
    }
}
