package askme.account;

import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.session.Sessions;
import askme.web.security.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Shuts accounts and opens them again. What the member has written stays. */
@ApplicationScoped
public class Suspensions {

    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final Audit audit;

    Suspensions(Sessions sessions, ConfiguredAdmins admins, Audit audit) {
        this.sessions = sessions;
        this.admins = admins;
        this.audit = audit;
    }

    /** Whether the member can be suspended: administrators cannot, so that none shuts out the others or himself. */
    public boolean possible(Member member) {
        return !member.admin && !admins.named(member.nickname);
    }

    /** The flag comes first: a session that is opened meanwhile counts no more than those that are ended. */
    void set(Member member, boolean suspended, long by) {
        QuarkusTransaction.requiringNew().run(() -> Member.suspend(member.id, suspended));
        sessions.endAll(member.id);
        audit.event(suspended ? "suspended" : "suspension-lifted", member.id, by);
    }
}
