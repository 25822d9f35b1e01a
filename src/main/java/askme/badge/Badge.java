package askme.badge;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The badges, each once for a member. A new one is a constant and its two texts. Its condition is SQL about one row of its
 * {@link Subject}, with bounded work for a member who does not have it. The stored names are stable, and a name is one word, because the
 * keys of the texts are made of it.
 */
@TemplateData
public enum Badge {
    STUDENT(Rank.BRONZE, Subject.QUESTION, "q.rating >= 1"),
    TEACHER(Rank.BRONZE, Subject.ANSWER, "a.rating >= 1"),
    SOLVER(Rank.BRONZE, Subject.ANSWER, "a.accepted = 1 AND a.author_id <> q.author_id"),
    SCHOLAR(Rank.BRONZE, Subject.QUESTION, "q.accepted_answer_id IS NOT NULL"),
    SELFTAUGHT(Rank.BRONZE, Subject.ANSWER, "a.rating >= 3 AND a.author_id = q.author_id"),
    SUPPORTER(Rank.BRONZE, Subject.MEMBER, Conditions.votes(1)),
    COMMENTATOR(Rank.BRONZE, Subject.MEMBER, Conditions.rows("comment c", "c.author_id = m.id", "c.id", 10)),
    HELPFUL(Rank.BRONZE, Subject.COMMENT, "c.rating >= 5"),
    EDITOR(Rank.BRONZE, Subject.MEMBER, """
            EXISTS (SELECT 1 FROM question_revision r JOIN question q ON q.id = r.question_id
                    WHERE r.editor_id = m.id AND q.author_id <> m.id)
            OR EXISTS (SELECT 1 FROM answer_revision r JOIN answer a ON a.id = r.answer_id
                       WHERE r.editor_id = m.id AND a.author_id <> m.id)"""),
    PROPOSER(
            Rank.BRONZE,
            Subject.MEMBER,
            "EXISTS (SELECT 1 FROM edit_suggestion s FORCE INDEX (suggestion_by_state)"
                    + " WHERE s.proposer_id = m.id AND s.state IN ('taken', 'changed'))"),
    WRITER(Rank.BRONZE, Subject.MEMBER, "EXISTS (SELECT 1 FROM tag_wiki w WHERE w.editor_id = m.id)"),
    EXPLORER(Rank.BRONZE, Subject.MEMBER, Conditions.rows("tag_follow f", "f.member_id = m.id", "f.tag_id", 3)),
    SCOUT(Rank.BRONZE, Subject.REVIEW, "i.upheld = 1"),
    NICEQUESTION(Rank.BRONZE, Subject.QUESTION, "q.rating >= 5"),
    NICEANSWER(Rank.BRONZE, Subject.ANSWER, "a.rating >= 5"),

    GOODQUESTION(Rank.SILVER, Subject.QUESTION, "q.rating >= 15"),
    GOODANSWER(Rank.SILVER, Subject.ANSWER, "a.rating >= 15"),
    CONVINCING(Rank.SILVER, Subject.ANSWER, "a.rating >= 10 AND a.accepted = 1"),
    REVIVAL(Rank.SILVER, Subject.ANSWER, """
            a.rating >= 1 AND a.author_id <> q.author_id AND a.answered_at > q.asked_at + INTERVAL 30 DAY
            AND NOT EXISTS (SELECT 1 FROM answer o FORCE INDEX (answer_visible_order)
                            WHERE o.question_id = a.question_id AND o.hidden = 0 AND o.rating > 0 AND o.answered_at < a.answered_at)"""),
    WATCHED(
            Rank.SILVER,
            Subject.QUESTION,
            Conditions.rows("question_follow f", "f.question_id = q.id AND f.following = 1", "f.member_id", 25)),
    WELLREAD(
            Rank.SILVER,
            Subject.QUESTION,
            "EXISTS (SELECT 1 FROM question_views w WHERE w.question_id = q.id AND w.views >= 1000)"),
    VOTER(Rank.SILVER, Subject.MEMBER, Conditions.votes(100)),
    CAREFUL(Rank.SILVER, Subject.MEMBER, Conditions.edits(50)),
    HELPER(Rank.SILVER, Subject.MEMBER, "m.answer_count >= 25"),
    STEADY(
            Rank.SILVER,
            Subject.MEMBER,
            "m.joined_at <= UTC_TIMESTAMP(6) - INTERVAL 365 DAY AND m.question_count + m.answer_count > 0"),

    GREATQUESTION(Rank.GOLD, Subject.QUESTION, "q.rating >= 40"),
    GREATANSWER(Rank.GOLD, Subject.ANSWER, "a.rating >= 40"),
    JUDGE(Rank.GOLD, Subject.MEMBER, Conditions.votes(1000)),
    GARDENER(Rank.GOLD, Subject.MEMBER, Conditions.edits(500)),
    EXPERT(Rank.GOLD, Subject.MEMBER, "m.answer_count >= 100");

    private final Rank rank;
    private final Subject subject;
    private final String condition;

    Badge(Rank rank, Subject subject, String condition) {
        this.rank = rank;
        this.subject = subject;
        this.condition = condition;
    }

    /** Conditions of several badges: the numbers of votes and of edited posts. */
    private static final class Conditions {

        /** At least so many rows; more are not read. */
        static String rows(String table, String condition, String column, int least) {
            return "(SELECT " + column + " FROM " + table + " WHERE " + condition + " LIMIT 1 OFFSET " + (least - 1)
                    + ") IS NOT NULL";
        }

        static String votes(int least) {
            return "(SELECT COUNT(*) FROM question_vote v WHERE v.member_id = m.id)"
                    + " + (SELECT COUNT(*) FROM answer_vote v WHERE v.member_id = m.id) >= " + least;
        }

        static String edits(int least) {
            return "(SELECT COUNT(DISTINCT r.question_id) FROM question_revision r WHERE r.editor_id = m.id AND r.number > 1)"
                    + " + (SELECT COUNT(DISTINCT r.answer_id) FROM answer_revision r WHERE r.editor_id = m.id AND r.number > 1) >= "
                    + least;
        }
    }

    /** The name in the database and in addresses. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Rank rank() {
        return rank;
    }

    Subject subject() {
        return subject;
    }

    /** The query of the members who have earned it, see {@link Subject#earned}. */
    String earned(String ids) {
        return subject.earned(stored(), condition, ids);
    }

    /** The badge of this stored name; empty if it does not exist. */
    public static Optional<Badge> of(String stored) {
        return Arrays.stream(values())
                .filter(badge -> badge.stored().equals(stored))
                .findFirst();
    }

    static List<Badge> about(Subject subject) {
        return Arrays.stream(values()).filter(badge -> badge.subject == subject).toList();
    }
}
