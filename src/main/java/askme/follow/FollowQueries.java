package askme.follow;

import askme.database.Row;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The lists of what a member follows and has saved, the last first. A page is a range of an index. */
@ApplicationScoped
class FollowQueries {

    static final int PAGE_SIZE = 30;

    /** One more than a page shows, to see whether there is a next page. */
    static final int READ = PAGE_SIZE + 1;

    private static final String RANGE = """
            (SELECT %1$s AS id, %2$s AS at FROM %3$s FORCE INDEX (%4$s)
             WHERE member_id = :member %5$s AND %2$s = :at AND %1$s < :before ORDER BY %1$s DESC LIMIT :size)
            UNION ALL
            (SELECT %1$s AS id, %2$s AS at FROM %3$s FORCE INDEX (%4$s)
             WHERE member_id = :member %5$s AND %2$s < :at ORDER BY %2$s DESC, %1$s DESC LIMIT :size)
            ORDER BY at DESC, id DESC LIMIT :size""";

    static final String QUESTIONS = list(
            "q.title AS name, q.closed, q.hidden = 0 AS visible",
            "question q ON q.id = page.id",
            RANGE.formatted(
                    "question_id", "changed_at", "question_follow", "question_followed_by", "AND following = 1"));

    static final String TAGS = list(
            "t.name, 0 AS closed, 1 AS visible",
            "tag t ON t.id = page.id",
            RANGE.formatted("tag_id", "followed_at", "tag_follow", "tag_followed_by", ""));

    static final String MEMBERS = list(
            "m.nickname AS name, 0 AS closed, 1 AS visible",
            "member m ON m.id = page.id",
            RANGE.formatted("followed_id", "followed_at", "member_follow", "member_followed_by", ""));

    static final String SAVED =
            """
            SELECT STRAIGHT_JOIN page.id, page.at, q.title AS name, q.closed, s.note, q.hidden = 0 AS visible FROM (%s) page
            JOIN saved_question s ON s.member_id = :member AND s.question_id = page.id
            JOIN question q ON q.id = page.id
            ORDER BY page.at DESC, page.id DESC""".formatted(RANGE.formatted("question_id", "saved_at", "saved_question", "saved_by", ""));

    static final String ONE = """
            SELECT q.id, COALESCE(s.saved_at, UTC_TIMESTAMP(6)) AS at, q.title AS name, q.closed, COALESCE(s.note, '') AS note, 1 AS visible
            FROM question q LEFT JOIN saved_question s ON s.member_id = :member AND s.question_id = q.id
            WHERE q.id = :question AND q.hidden = 0""";

    /** Reads all rows of the member, who has at most {@link SavedQuestions#MOST}. */
    static final String FOUND = """
            SELECT STRAIGHT_JOIN s.question_id AS id, s.saved_at AS at, q.title AS name, q.closed, s.note, q.hidden = 0 AS visible
            FROM saved_question s FORCE INDEX (saved_by) JOIN question q ON q.id = s.question_id
            WHERE s.member_id = :member AND (s.note LIKE :pattern ESCAPE '!' OR q.title LIKE :pattern ESCAPE '!')
              AND (s.saved_at < :at OR s.saved_at = :at AND s.question_id < :before)
            ORDER BY s.saved_at DESC, s.question_id DESC LIMIT :size""";

    private final Session hibernate;

    FollowQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    private static String list(String columns, String join, String range) {
        return "SELECT STRAIGHT_JOIN page.id, page.at, " + columns + " FROM (" + range + ") page JOIN " + join
                + " ORDER BY page.at DESC, page.id DESC";
    }

    /** @param tab {@code questions}, {@code tags} or {@code members} */
    KeyPage<FollowedThing> following(String tab, long member, ListKey before) {
        String sql =
                switch (tab) {
                    case "tags" -> TAGS;
                    case "members" -> MEMBERS;
                    default -> QUESTIONS;
                };
        List<FollowedThing> found = range(sql, member, before)
                .setTupleTransformer((values, names) -> thing(new Row(values, names)))
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofMoment(last.at(), last.id()))
                .only(FollowedThing::visible);
    }

    /** @param words only questions whose title or note contains this text; empty for all */
    KeyPage<SavedQuestion> saved(long member, String words, ListKey before) {
        var query = range(words.isEmpty() ? SAVED : FOUND, member, before).addScalar("note", String.class);
        if (!words.isEmpty()) {
            query.setParameter("pattern", pattern(words));
        }
        List<SavedQuestion> found = query.setTupleTransformer((values, names) -> saved(new Row(values, names)))
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofMoment(last.at(), last.id()))
                .only(SavedQuestion::visible);
    }

    /** A question as a row of the list, also if it is not saved. */
    Optional<SavedQuestion> one(long member, long question) {
        return scalars(ONE)
                .addScalar("note", String.class)
                .setParameter("member", member)
                .setParameter("question", question)
                .setTupleTransformer((values, names) -> saved(new Row(values, names)))
                .uniqueResultOptional();
    }

    private static String pattern(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private NativeQuery<Object[]> range(String sql, long member, ListKey before) {
        return scalars(sql)
                .setParameter("member", member)
                .setParameter("at", before.moment())
                .setParameter("before", before.id())
                .setParameter("size", READ);
    }

    private NativeQuery<Object[]> scalars(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("name", String.class)
                .addScalar("closed", Integer.class)
                .addScalar("visible", Integer.class);
    }

    private static FollowedThing thing(Row row) {
        return new FollowedThing(
                row.id("id"), row.text("name"), row.number("closed"), row.moment("at"), row.is("visible"));
    }

    private static SavedQuestion saved(Row row) {
        return new SavedQuestion(
                row.id("id"),
                row.text("name"),
                row.number("closed"),
                row.text("note"),
                row.moment("at"),
                row.is("visible"));
    }
}
