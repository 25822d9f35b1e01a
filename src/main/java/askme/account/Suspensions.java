package askme.account;

import askme.database.NewTransaction;
import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.pagecache.PageChanges;
import askme.session.Sessions;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;

/** Suspends accounts and lifts suspensions. The member's posts stay. */
@ApplicationScoped
public class Suspensions {

    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final Audit audit;
    private final PageChanges changes;

    Suspensions(Sessions sessions, ConfiguredAdmins admins, Audit audit, PageChanges changes) {
        this.sessions = sessions;
        this.admins = admins;
        this.audit = audit;
        this.changes = changes;
    }

    /** Whether the member can be suspended. Administrators cannot, so that none locks out the others or themselves. */
    public boolean possible(Member member) {
        return !member.admin && !admins.named(member.nickname);
    }

    /** The flag is set before the sessions end, so that a session opened in between is invalid too. */
    void set(Member member, boolean suspended, long by) {
        NewTransaction.run(() -> {
            Member.suspend(member.id, suspended);
            changes.site();
        });
        sessions.endAll(member.id);
        audit.event(suspended ? "suspended" : "suspension-lifted", member.id, by);
    }
}
