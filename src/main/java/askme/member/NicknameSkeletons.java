package askme.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/** The skeletons of all nicknames. Each belongs to one member, so no two new nicknames look alike. */
@ApplicationScoped
public class NicknameSkeletons {

    static final String ADD = "INSERT INTO nickname_skeleton (member_id, skeleton) VALUES (?1, ?2)";

    static final String OWNER =
            "SELECT 1 FROM nickname_skeleton WHERE skeleton IN (:skeletons) AND member_id <> :self LIMIT 1";

    /** A nickname of 32 letters may have a longer skeleton: that of a ligature has several letters. */
    private static final int LONGEST = 191;

    private final Session hibernate;

    NicknameSkeletons(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Whether the nickname looks like that of a member other than {@code self}; 0: of any member. */
    public boolean isTaken(String nickname, long self) {
        return !hibernate
                .createNativeQuery(OWNER, Integer.class)
                .setParameterList("skeletons", of(nickname))
                .setParameter("self", self)
                .getResultList()
                .isEmpty();
    }

    /**
     * Replaces the skeletons of a member, in the caller's transaction. If another member took one after the check, it violates the key
     * {@code nickname_skeleton_once}.
     */
    public void replace(long member, String nickname) {
        hibernate
                .createNativeMutationQuery("DELETE FROM nickname_skeleton WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
        for (String skeleton : of(nickname)) {
            hibernate
                    .createNativeMutationQuery(ADD)
                    .setParameter(1, member)
                    .setParameter(2, skeleton)
                    .executeUpdate();
        }
    }

    /** In one order, so that two transactions cannot wait for each other. */
    static Set<String> of(String nickname) {
        Set<String> skeletons = new TreeSet<>();
        for (String skeleton : Lookalikes.skeletons(nickname)) {
            skeletons.add(skeleton.substring(0, skeleton.offsetByCodePoints(0, Math.min(LONGEST, skeleton.codePointCount(0, skeleton.length())))));
        }
        return skeletons;
    }
}
