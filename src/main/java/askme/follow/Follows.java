package askme.follow;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Who follows and who mutes what. */
@ApplicationScoped
public class Follows {

    static final String MUTES =
            "SELECT muted FROM question_follow WHERE question_id = :question AND member_id = :member";

    private final Session hibernate;

    Follows(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Whether {@code member} wants to hear nothing about {@code question}. */
    public boolean mutes(long member, long question) {
        return hibernate
                .createNativeQuery(MUTES, Integer.class)
                .addScalar("muted", Integer.class)
                .setParameter("question", question)
                .setParameter("member", member)
                .uniqueResultOptional()
                .filter(muted -> muted != 0)
                .isPresent();
    }
}
