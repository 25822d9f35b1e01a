package askme.follow;

import askme.member.Member;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.Session;

/** The private lists of members. */
@ApplicationScoped
class SavedQuestions {

    /** The most questions that a member saves: the search in the list reads all of them. */
    static final int MOST = 1000;

    static final String COUNT =
            "SELECT COUNT(*) AS saved FROM saved_question FORCE INDEX (saved_by) WHERE member_id = :member";

    private static final String SAVE = """
            INSERT INTO saved_question (member_id, question_id, note, saved_at) VALUES (:member, :question, COALESCE(:note, ''), :now)
            ON DUPLICATE KEY UPDATE note = COALESCE(:note, note)""";

    private static final String REMOVE =
            "DELETE FROM saved_question WHERE member_id = :member AND question_id = :question";

    private final Session hibernate;
    private final Follows follows;
    private final Clock clock;
    private final LocalizedMessages<FollowMessages> messages = LocalizedMessages.of(FollowMessages.class);

    SavedQuestions(Session hibernate, Follows follows, Clock clock) {
        this.hibernate = hibernate;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Saves the question or removes it from the list, and returns whether it is saved now. 404 if it does not exist or was deleted.
     *
     * @param wanted null to change it
     * @param note null if it stays as it is
     */
    @Transactional
    boolean save(long question, long member, Boolean wanted, String note) {
        Member.lock(member);
        boolean before = follows.question(question, member).saved();
        boolean saved = wanted == null ? !before : wanted;
        if (saved) {
            if (!before && count(member) >= MOST) {
                throw new ProblemException(422, "too-many-saved", messages.get().too_many(MOST));
            }
            hibernate
                    .createNativeMutationQuery(SAVE)
                    .setParameter("member", member)
                    .setParameter("question", question)
                    .setParameter("note", note, String.class)
                    .setParameter("now", Instant.now(clock))
                    .executeUpdate();
        } else {
            hibernate
                    .createNativeMutationQuery(REMOVE)
                    .setParameter("member", member)
                    .setParameter("question", question)
                    .executeUpdate();
        }
        return saved;
    }

    private int count(long member) {
        return hibernate
                .createNativeQuery(COUNT, Integer.class)
                .addScalar("saved", Integer.class)
                .setParameter("member", member)
                .getSingleResult();
    }
}
