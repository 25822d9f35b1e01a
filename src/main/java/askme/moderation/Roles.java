package askme.moderation;

import askme.database.NewTransaction;
import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.Role;
import askme.session.Sessions;
import askme.web.security.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/**
 * Gives roles to members and takes them. The sessions of this process follow at once, those of other processes when their memo ends, within a few
 * seconds.
 */
@ApplicationScoped
public class Roles {

    /** Their locks let two administrators who take the role from each other wait, so that one of them keeps it. */
    static final String ADMINISTRATORS =
            "SELECT id FROM member FORCE INDEX (member_admin) WHERE admin = 1 ORDER BY id FOR UPDATE";

    private final Session hibernate;
    private final Sessions sessions;
    private final ConfiguredAdmins admins;
    private final ModerationLog log;
    private final Audit audit;

    Roles(Session hibernate, Sessions sessions, ConfiguredAdmins admins, ModerationLog log, Audit audit) {
        this.hibernate = hibernate;
        this.sessions = sessions;
        this.admins = admins;
        this.log = log;
        this.audit = audit;
    }

    /** Whether the configuration makes the member an administrator, so that no page can change the role. */
    public boolean isConfigured(Member member) {
        return admins.named(member.nickname);
    }

    /**
     * Gives the member this role. Returns false, and changes nothing, if the member is the last administrator.
     *
     * @param by 0 for the operator at the command line
     */
    public boolean give(Member member, Role role, long by) {
        boolean given = NewTransaction.call(() -> {
            List<Long> administrators = administrators();
            boolean last = role != Role.ADMINISTRATOR
                    && administrators.equals(List.of(member.id))
                    && admins.nicknames().isEmpty();
            if (last) {
                return false;
            }
            Member.giveRole(member.id, role);
            log.record(by, Act.ROLE, Target.member(member.id), member.id, role.stored());
            return true;
        });
        if (given) {
            sessions.refresh(member.id);
            if (by != 0) { // a command has no network address
                audit.event("role-" + role.stored(), member.id, by);
            }
        }
        return given;
    }

    private List<Long> administrators() {
        return hibernate
                .createNativeQuery(ADMINISTRATORS, Long.class)
                .addScalar("id", Long.class)
                .list();
    }
}
