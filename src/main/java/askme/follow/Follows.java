package askme.follow;

import askme.database.Row;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Stores what members follow and mute. A question is followed by its author, unless the author has stopped. */
@ApplicationScoped
public class Follows {

    /** Followers are counted up to this number: a range of an index, so a page never counts many. */
    public static final int MOST_COUNTED = 1000;

    static final String MUTES =
            "SELECT muted FROM question_follow WHERE question_id = :question AND member_id = :member";

    static final String OF_QUESTION = """
            (SELECT COUNT(*) FROM (SELECT 1 FROM question_follow FORCE INDEX (question_followers)
               WHERE question_id = :id AND following = 1 AND :reader <> 0 LIMIT %d) rows_of_followers)
            + (NOT EXISTS (SELECT 1 FROM question_follow o WHERE o.question_id = q.id AND o.member_id = q.author_id
                 AND o.following IS NOT NULL))""".formatted(MOST_COUNTED);

    static final String QUESTION =
            "SELECT q.author_id, " + QuestionState.COLUMNS + " FROM question q WHERE q.id = :id AND q.hidden = 0";

    static final String STATE = """
            SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM %1$s FORCE INDEX (PRIMARY) WHERE %2$s = :id LIMIT %3$d) some) AS followers,
                   EXISTS (SELECT 1 FROM %1$s WHERE %2$s = :id AND member_id = :reader) AS mine""";

    private static final String FOLLOW_QUESTION = """
            INSERT INTO question_follow (question_id, member_id, following, changed_at) VALUES (:question, :member, :following, :now)
            ON DUPLICATE KEY UPDATE following = VALUES(following), changed_at = VALUES(changed_at)""";

    private static final String OWN_POST = """
            INSERT INTO question_follow (question_id, member_id, following, changed_at) VALUES (:question, :member, 1, :now)
            ON DUPLICATE KEY UPDATE changed_at = IF(following IS NULL, VALUES(changed_at), changed_at), following = COALESCE(following, 1)""";

    private static final int COPIED = 100;

    static final String SOME_FOLLOWERS = "SELECT member_id FROM question_follow FORCE INDEX (question_followers)"
            + " WHERE question_id = :question AND following = 1 AND member_id > :after ORDER BY member_id LIMIT "
            + COPIED;

    private static final String MUTE = """
            INSERT INTO question_follow (question_id, member_id, muted, changed_at) VALUES (:question, :member, :muted, :now)
            ON DUPLICATE KEY UPDATE muted = VALUES(muted)""";

    private final Session hibernate;
    private final Clock clock;
    private final LocalizedMessages<FollowMessages> messages = LocalizedMessages.of(FollowMessages.class);

    Follows(Session hibernate, Clock clock) {
        this.hibernate = hibernate;
        this.clock = clock;
    }

    /** Tags and members, which are followed alike. */
    enum Kind {
        TAG("tag_follow", "tag_id"),
        MEMBER("member_follow", "followed_id");

        private final String table;
        private final String column;

        Kind(String table, String column) {
            this.table = table;
            this.column = column;
        }

        String state() {
            return STATE.formatted(table, column, MOST_COUNTED);
        }
    }

    /** Whether {@code member} has muted {@code question}. */
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

    /** Follows the question of an own post, unless the member has stopped following it. One statement of the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ownPost(long member, long question) {
        change(OWN_POST, question, member).executeUpdate();
    }

    /**
     * Lets some followers of one question follow another one, unless they have decided otherwise.
     *
     * @param after the last member of the batch before, 0 for the first batch
     * @return the last member of this batch; 0 if it is the last batch
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long copy(long from, long to, long after) {
        List<Long> members = hibernate
                .createNativeQuery(SOME_FOLLOWERS, Long.class)
                .addScalar("member_id", Long.class)
                .setParameter("question", from)
                .setParameter("after", after)
                .getResultList();
        members.forEach(member -> ownPost(member, to));
        return members.size() < COPIED ? 0 : members.get(COPIED - 1);
    }

    /** Whether the reader follows a tag. */
    public FollowState ofTag(long tag, long reader) {
        return state(Kind.TAG, tag, reader);
    }

    /** Whether the reader follows a member. */
    public FollowState ofMember(long followed, long reader) {
        return state(Kind.MEMBER, followed, reader);
    }

    /** @param wanted null to change it */
    @Transactional
    FollowState followQuestion(long question, long member, Boolean wanted) {
        QuestionState before = question(question, member);
        boolean following = wanted == null ? !before.follow().following() : wanted;
        if (following != before.follow().following()) {
            change(FOLLOW_QUESTION, question, member)
                    .setParameter("following", following ? 1 : 0)
                    .executeUpdate();
        }
        return question(question, member).follow();
    }

    /** @param wanted null to change it */
    @Transactional
    public boolean mute(long question, long member, Boolean wanted) {
        QuestionState before = question(question, member);
        boolean muted = wanted == null ? !before.muted() : wanted;
        change(MUTE, question, member).setParameter("muted", muted ? 1 : 0).executeUpdate();
        return muted;
    }

    /** @param wanted null to change it */
    @Transactional
    FollowState followTag(long tag, long member, Boolean wanted) {
        return follow(Kind.TAG, tag, member, wanted);
    }

    /**
     * Lets up to {@code size} followers of a tag follow another one instead, and returns how many there were. A member who follows both
     * has one row.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int moveTag(long from, long into, int size) {
        List<Long> members = hibernate
                .createNativeQuery(
                        "SELECT member_id FROM tag_follow WHERE tag_id = :from ORDER BY member_id LIMIT :size FOR UPDATE",
                        Long.class)
                .addScalar("member_id", Long.class)
                .setParameter("from", from)
                .setParameter("size", size)
                .list();
        if (!members.isEmpty()) {
            hibernate
                    .createNativeMutationQuery(
                            "INSERT IGNORE INTO tag_follow (tag_id, member_id, followed_at)"
                                    + " SELECT :into, member_id, followed_at FROM tag_follow WHERE tag_id = :from AND member_id IN (:members)")
                    .setParameter("into", into)
                    .setParameter("from", from)
                    .setParameterList("members", members)
                    .executeUpdate();
            hibernate
                    .createNativeMutationQuery(
                            "DELETE FROM tag_follow WHERE tag_id = :from AND member_id IN (:members)")
                    .setParameter("from", from)
                    .setParameterList("members", members)
                    .executeUpdate();
        }
        return members.size();
    }

    /** @param wanted null to change it */
    @Transactional
    FollowState followMember(long followed, long member, Boolean wanted) {
        if (followed == member) {
            throw new ProblemException(422, "follow-yourself", messages.get().yourself());
        }
        return follow(Kind.MEMBER, followed, member, wanted);
    }

    private FollowState follow(Kind kind, long id, long member, Boolean wanted) {
        boolean before = state(kind, id, member).following();
        boolean following = wanted == null ? !before : wanted;
        if (following && !before) {
            hibernate
                    .createNativeMutationQuery("INSERT IGNORE INTO " + kind.table + " (" + kind.column
                            + ", member_id, followed_at) VALUES (:id, :member, :now)")
                    .setParameter("id", id)
                    .setParameter("member", member)
                    .setParameter("now", Instant.now(clock))
                    .executeUpdate();
        } else if (!following && before) {
            hibernate
                    .createNativeMutationQuery(
                            "DELETE FROM " + kind.table + " WHERE " + kind.column + " = :id AND member_id = :member")
                    .setParameter("id", id)
                    .setParameter("member", member)
                    .executeUpdate();
        }
        return state(kind, id, member);
    }

    private FollowState state(Kind kind, long id, long reader) {
        return hibernate
                .createNativeQuery(kind.state(), Object[].class)
                .addScalar("followers", Integer.class)
                .addScalar("mine", Integer.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .setTupleTransformer((values, names) -> new FollowState((Integer) values[1] != 0, (Integer) values[0]))
                .getSingleResult();
    }

    /** The state of a question for a member; 404 if it does not exist or was deleted. */
    QuestionState question(long id, long reader) {
        Row row = QuestionState.scalars(
                        hibernate.createNativeQuery(QUESTION, Object[].class).addScalar("author_id", Long.class))
                .setParameter("id", id)
                .setParameter("reader", reader)
                .setTupleTransformer((values, names) -> new Row(values, names))
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
        return QuestionState.of(row, id, row.id("author_id"), reader);
    }

    private MutationQuery change(String sql, long question, long member) {
        return hibernate
                .createNativeMutationQuery(sql)
                .setParameter("question", question)
                .setParameter("member", member)
                .setParameter("now", Instant.now(clock));
    }
}
