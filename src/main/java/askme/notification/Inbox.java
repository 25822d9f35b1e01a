package askme.notification;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** The number of unread notifications of each member. */
@ApplicationScoped
public class Inbox {

    /** The most members told by one transaction, which is one event. */
    public static final int MOST_TOLD = 250;

    static final String UNREAD = "SELECT unread FROM inbox WHERE member_id = :member";

    private final Session hibernate;

    Inbox(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The number of unread notifications of {@code member}. One row is read. */
    public int unread(long member) {
        return hibernate
                .createNativeQuery(UNREAD, Integer.class)
                .addScalar("unread", Integer.class)
                .setParameter("member", member)
                .uniqueResultOptional()
                .orElse(0);
    }
}
