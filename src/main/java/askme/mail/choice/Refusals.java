package askme.mail.choice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.Session;

/**
 * Counts the days on which the mail server refused a member's address permanently. After several of them the address gets no
 * mail. Days, because a server that is set up wrongly refuses every address for an hour. Another address begins at zero.
 */
@ApplicationScoped
public class Refusals {

    static final String DAYS = "SELECT COUNT(*) AS days FROM mail_refusal WHERE member_id = :member AND email = :email";

    static final String OPEN = "SELECT id FROM member WHERE id = :member AND email = :email AND must_confirm = 0";

    private final Session hibernate;
    private final ChoiceConfig config;
    private final Clock clock;

    Refusals(Session hibernate, ChoiceConfig config, Clock clock) {
        this.hibernate = hibernate;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the member still has this address (null for none), and need not confirm it first. */
    @Transactional
    public boolean isOpen(long member, String email) {
        return email != null
                && !hibernate
                        .createNativeQuery(OPEN, Long.class)
                        .addScalar("id", Long.class)
                        .setParameter("member", member)
                        .setParameter("email", email)
                        .list()
                        .isEmpty();
    }

    /** The number of days on which a mail to this address was refused. */
    @Transactional
    public int days(long member, String email) {
        return hibernate
                .createNativeQuery(DAYS, Integer.class)
                .addScalar("days", Integer.class)
                .setParameter("member", member)
                .setParameter("email", email)
                .getSingleResult();
    }

    /** Whether the address was refused so often that it gets no mail. */
    public boolean suppressed(long member, String email) {
        return areTooMany(days(member, email));
    }

    /** Whether an address gets no mail that was refused on {@code days} days. */
    public boolean areTooMany(int days) {
        return days >= config.refusals();
    }

    @Transactional
    public void add(long member, String email) {
        hibernate
                .createNativeMutationQuery(
                        "INSERT IGNORE INTO mail_refusal (member_id, email, refused_on) VALUES (:member, :email, :day)")
                .setParameter("member", member)
                .setParameter("email", email)
                .setParameter("day", LocalDate.now(clock))
                .executeUpdate();
    }

    /** Deletes the refusals, because a mail arrived or the member tries again. */
    @Transactional
    public void forget(long member) {
        hibernate
                .createNativeMutationQuery("DELETE FROM mail_refusal WHERE member_id = :member")
                .setParameter("member", member)
                .executeUpdate();
    }
}
