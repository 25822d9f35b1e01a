package askme.member;

import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** The texts of members about themselves. */
@ApplicationScoped
public class MemberProfiles {

    static final String FIND = "SELECT about, link, title FROM member_profile WHERE member_id = :member";

    private final Session hibernate;

    MemberProfiles(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The member's profile; an empty one if the member has written nothing. */
    public MemberProfile of(long member) {
        return hibernate
                .createNativeQuery(FIND, Object[].class)
                .addScalar("about", String.class)
                .addScalar("link", String.class)
                .addScalar("title", String.class)
                .setParameter("member", member)
                .setTupleTransformer((values, names) -> profile(new Row(values, names)))
                .uniqueResultOptional()
                .orElse(MemberProfile.EMPTY);
    }

    private static MemberProfile profile(Row row) {
        return new MemberProfile(row.text("about"), row.text("link"), row.text("title"));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void store(long member, MemberProfile profile) {
        hibernate
                .createNativeMutationQuery("INSERT INTO member_profile (member_id, about, link, title)"
                        + " VALUES (:member, :about, :link, :title)"
                        + " ON DUPLICATE KEY UPDATE about = VALUES(about), link = VALUES(link), title = VALUES(title)")
                .setParameter("member", member)
                .setParameter("about", profile.about())
                .setParameter("link", profile.link())
                .setParameter("title", profile.title())
                .executeUpdate();
    }
}
