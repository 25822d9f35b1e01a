package askme.moderation;

import askme.database.NewTransaction;
import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.Nickname;
import askme.member.Role;
import askme.pagecache.PageChanges;
import askme.session.Rights;
import askme.session.Sessions;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;

/** Suspends accounts and lifts suspensions. The member's posts stay. */
@ApplicationScoped
public class Suspensions {

    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final ModerationLog log;
    private final Audit audit;
    private final PageChanges changes;

    Suspensions(Sessions sessions, ConfiguredAdmins admins, ModerationLog log, Audit audit, PageChanges changes) {
        this.sessions = sessions;
        this.admins = admins;
        this.log = log;
        this.audit = audit;
        this.changes = changes;
    }

    /** Whether a reader with these rights can suspend the member, see {@link Rights#maySuspend(Role)}. */
    public boolean possible(Member member, Rights rights) {
        return rights.maySuspend(admins.named(member.nickname) ? Role.ADMINISTRATOR : member.role());
    }

    /** The member. 404 for readers who suspend nobody, 403 if this member cannot be suspended by them. */
    Member requirePossible(String nickname, Rights rights) {
        if (!rights.maySuspend()) {
            throw new NotFoundException();
        }
        Member member = Member.byNickname(Nickname.Check.clean(nickname)).orElseThrow(NotFoundException::new);
        Rights.require(possible(member, rights));
        return member;
    }

    /**
     * Suspends the member. The flag is set before the sessions end, so that a session opened in between is invalid too.
     *
     * @param until null without an end
     * @param reason the member reads it; may be empty
     */
    public void suspend(Member member, Instant until, String reason, long by) {
        NewTransaction.run(() -> store(member, until, reason, by));
        endSessions(member, by);
    }

    /** The same in the caller's transaction. The caller then calls {@link #endSessions}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Member member, Instant until, String reason, long by) {
        Member.suspend(member.id, until, reason);
        changes.site();
        log.record(by, Act.SUSPEND, Target.member(member.id), member.id, reason);
    }

    public void endSessions(Member member, long by) {
        sessions.endAllAccess(member.id);
        audit.event("suspended", member.id, by);
    }

    void lift(Member member, long by) {
        NewTransaction.run(() -> storeLift(member.id, by));
    }

    /** Lifts the suspension in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void storeLift(long member, long by) {
        Member.liftSuspension(member);
        changes.site();
        log.record(by, Act.LIFT, Target.member(member), member, "");
        audit.event("suspension-lifted", member, by);
    }
}
