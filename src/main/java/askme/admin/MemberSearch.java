package askme.admin;

import askme.member.Member;
import askme.member.Role;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds members for administrators. Each page is a range of an index. */
@ApplicationScoped
class MemberSearch {

    static final int PAGE_SIZE = 50;

    static final String NEWEST =
            "SELECT * FROM member FORCE INDEX (PRIMARY) WHERE id < :before ORDER BY id DESC LIMIT :size";

    static final String MODERATORS = "SELECT * FROM member FORCE INDEX (member_moderator)"
            + " WHERE moderator = 1 AND id < :before ORDER BY id DESC LIMIT :size";

    static final String ADMINISTRATORS = "SELECT * FROM member FORCE INDEX (member_admin)"
            + " WHERE admin = 1 AND id < :before ORDER BY id DESC LIMIT :size";

    static final String BY_NICKNAME = "SELECT * FROM member FORCE INDEX (member_nickname)"
            + " WHERE nickname LIKE :pattern ESCAPE '!' AND nickname > :after ORDER BY nickname LIMIT :size";

    static final String BY_ADDRESS = "SELECT * FROM member FORCE INDEX (member_email)"
            + " WHERE email LIKE :pattern ESCAPE '!' AND email > :after ORDER BY email LIMIT :size";

    private final Session hibernate;

    MemberSearch(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The newest members of this role; of all roles for null. */
    KeyPage<Member> newest(Role role, ListKey before) {
        String sql = role == Role.ADMINISTRATOR ? ADMINISTRATORS : role == Role.MODERATOR ? MODERATORS : NEWEST;
        List<Member> found = query(sql).setParameter("before", before.id()).list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id));
    }

    /**
     * The members whose nickname, or whose address if {@code typed} has an @, begins so, and one more if there is a next page.
     *
     * @param after the last nickname or address of the page before; "" for the first page
     */
    List<Member> find(String typed, String after) {
        return query(isAddress(typed) ? BY_ADDRESS : BY_NICKNAME)
                .setParameter(
                        "pattern", typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .setParameter("after", after)
                .list();
    }

    static boolean isAddress(String typed) {
        return typed.indexOf('@') >= 0;
    }

    private NativeQuery<Member> query(String sql) {
        return hibernate.createNativeQuery(sql, Member.class).setParameter("size", PAGE_SIZE + 1);
    }
}
