package askme.admin;

import java.util.List;

/**
 * A column that stores a count.
 *
 * @param name its name in reports, such as {@code question.rating}
 * @param rows SQL for the next {@code LIMIT ?} rows with an id above {@code ?}: id, stored_value, counted
 * @param lock SQL that locks row {@code ?}; every transaction that changes the counter takes this lock first
 * @param counted SQL for the correct value of row {@code ?}
 * @param repair SQL that stores the value {@code ?} in row {@code ?}
 */
record Counter(String name, String rows, String lock, String counted, String repair) {

    /** All counters. Members and tagged questions come after questions and answers, because they sum up their counters. */
    static final List<Counter> ALL = List.of(
            column("question", "rating", votes("question")),
            column("question", "answer_count", "SELECT COUNT(*) FROM answer WHERE question_id = t.id AND hidden = 0"),
            column("answer", "rating", votes("answer")),
            column(
                    "question",
                    "comment_count",
                    "SELECT COUNT(*) FROM comment WHERE question_id = t.id AND answer_id IS NULL"),
            column("answer", "comment_count", "SELECT COUNT(*) FROM comment WHERE answer_id = t.id"),
            column("comment", "rating", """
                    (SELECT COUNT(*) FROM comment_vote WHERE comment_id = t.id)
                    + COALESCE((SELECT imported_rating FROM imported_comment WHERE comment_id = t.id), 0)"""),
            state("closed", "IF(reason = 'duplicate', 2, 1)", "closed_question", 56),
            state("locked", "1", "question_lock", 58),
            column("answer", "locked", "SELECT COUNT(*) FROM answer_lock WHERE answer_id = t.id"),
            tagged(),
            column("tag", "question_count", "SELECT COUNT(*) FROM question_tag WHERE tag_id = t.id"),
            column("member", "question_count", "SELECT COUNT(*) FROM question WHERE author_id = t.id AND hidden = 0"),
            column("member", "answer_count", "SELECT COUNT(*) FROM answer WHERE author_id = t.id AND hidden = 0"),
            column("member", "rating", """
                    SELECT COALESCE((SELECT SUM(rating) FROM question WHERE author_id = t.id AND hidden = 0), 0)
                         + COALESCE((SELECT SUM(rating) FROM answer WHERE author_id = t.id AND hidden = 0), 0)"""),
            column("review_item", "reports", "SELECT COUNT(*) FROM report WHERE item_id = t.id"),
            held(),
            itemOfHeld(),
            deletedComment(),
            reputation(),
            column("badge_total", "members", "SELECT COUNT(*) FROM member_badge WHERE badge = t.badge"),
            unread(),
            total("questions", "question WHERE hidden = 0"),
            total("members", "member"),
            total("tags", "tag"));

    /** The votes of a post, and those that an import brought without voters. */
    private static String votes(String kind) {
        return """
                (SELECT COALESCE(SUM(value), 0) FROM %1$s_vote WHERE %1$s_id = t.id)
                + COALESCE((SELECT imported_rating FROM imported_%1$s WHERE %1$s_id = t.id), 0)""".formatted(kind);
    }

    private static Counter column(String table, String column, String counted) {
        return new Counter(
                table + "." + column,
                "SELECT t.id, t.%2$s AS stored_value, (%3$s) AS counted FROM %1$s t WHERE t.id > ? ORDER BY t.id LIMIT ?"
                        .formatted(table, column, counted),
                "SELECT id FROM %s WHERE id = ? FOR UPDATE".formatted(table),
                "SELECT (%2$s) AS counted FROM %1$s t WHERE t.id = ?".formatted(table, counted),
                "UPDATE %s SET %s = ? WHERE id = ?".formatted(table, column));
    }

    /** A part of the page version, see {@code V38__closing.sql}. */
    private static Counter state(String column, String value, String table, int bit) {
        String counted = "COALESCE((SELECT %s FROM %s WHERE question_id = t.id), 0)".formatted(value, table);
        return new Counter(
                "question." + column,
                "SELECT t.id, t.%s AS stored_value, %s AS counted FROM question t WHERE t.id > ? ORDER BY t.id LIMIT ?"
                        .formatted(column, counted),
                "SELECT id FROM question WHERE id = ? FOR UPDATE",
                "SELECT %s AS counted FROM question t WHERE t.id = ?".formatted(counted),
                "UPDATE question SET version = version + (? - %s) * %d WHERE id = ?".formatted(column, 1L << bit));
    }

    /** The rating of a question that is copied to its tags. A row is a question. */
    private static Counter tagged() {
        return new Counter(
                "question_tag.rating",
                """
                SELECT t.id, COALESCE((SELECT MAX(rating) FROM question_tag
                                       WHERE question_id = t.id AND rating <> t.rating), t.rating) AS stored_value,
                       t.rating AS counted
                FROM question t WHERE t.id > ? ORDER BY t.id LIMIT ?""",
                "SELECT id FROM question WHERE id = ? FOR UPDATE",
                "SELECT rating AS counted FROM question WHERE id = ?",
                "UPDATE question_tag SET rating = ? WHERE question_id = ?");
    }

    /** The rating of a member as the page of the reputation explains it: the votes themselves. */
    private static Counter reputation() {
        Counter rating = column("member", "rating", """
                SELECT COALESCE((SELECT SUM(v.value) FROM question q JOIN question_vote v ON v.question_id = q.id
                                 WHERE q.author_id = t.id AND q.hidden = 0), 0)
                     + COALESCE((SELECT SUM(v.value) FROM answer a JOIN answer_vote v ON v.answer_id = a.id
                                 WHERE a.author_id = t.id AND a.hidden = 0), 0)
                     + COALESCE((SELECT SUM(i.imported_rating) FROM question q JOIN imported_question i ON i.question_id = q.id
                                 WHERE q.author_id = t.id AND q.hidden = 0), 0)
                     + COALESCE((SELECT SUM(i.imported_rating) FROM answer a JOIN imported_answer i ON i.answer_id = a.id
                                 WHERE a.author_id = t.id AND a.hidden = 0), 0)""");
        return new Counter("member.reputation", rating.rows, rating.lock, rating.counted, rating.repair);
    }

    /** Whether a held post that waits has its item in the review queue. */
    private static Counter held() {
        String items =
                "(SELECT COUNT(*) FROM review_item i WHERE i.post_kind = 'held' AND i.post_id = t.id AND i.decided = 0)";
        return new Counter(
                "held_post.item",
                "SELECT t.id, IF(t.state = 'waiting', " + items + ", 0) AS stored_value,"
                        + " CAST(t.state = 'waiting' AS SIGNED) AS counted FROM held_post t WHERE t.id > ? ORDER BY t.id LIMIT ?",
                "SELECT id FROM held_post WHERE id = ? FOR UPDATE",
                "SELECT CAST(t.state = 'waiting' AS SIGNED) AS counted FROM held_post t WHERE t.id = ?",
                "INSERT IGNORE INTO review_item (post_kind, post_id, question_id, author_id, opened_at)"
                        + " SELECT 'held', t.id, t.question_id, t.author_id, t.held_at FROM held_post t WHERE 1 = ? AND t.id = ?");
    }

    /** Whether the held post of an item that waits also waits. */
    private static Counter itemOfHeld() {
        String waits = "(SELECT COUNT(*) FROM held_post h WHERE h.id = t.post_id AND h.state = 'waiting')";
        String ofHeld = "t.post_kind = 'held' AND t.decided = 0";
        return new Counter(
                "review_item.held",
                "SELECT t.id, CAST(" + ofHeld + " AS SIGNED) AS stored_value, IF(" + ofHeld + ", " + waits
                        + ", 0) AS counted" + " FROM review_item t WHERE t.id > ? ORDER BY t.id LIMIT ?",
                "SELECT id FROM review_item WHERE id = ? FOR UPDATE",
                "SELECT " + waits + " AS counted FROM review_item t WHERE " + ofHeld + " AND t.id = ?",
                "UPDATE review_item SET decided = id, outcome = 'gone', decided_at = UTC_TIMESTAMP(6) WHERE 0 = ? AND id = ?");
    }

    /** Whether a deleted comment is also a comment. */
    private static Counter deletedComment() {
        String visible = "(SELECT COUNT(*) FROM comment c WHERE c.id = t.comment_id)";
        return new Counter(
                "deleted_comment.comment",
                "SELECT t.comment_id AS id, " + visible + " AS stored_value, 0 AS counted"
                        + " FROM deleted_comment t WHERE t.comment_id > ? ORDER BY t.comment_id LIMIT ?",
                "SELECT comment_id FROM deleted_comment WHERE comment_id = ? FOR UPDATE",
                "SELECT 0 AS counted FROM deleted_comment t WHERE t.comment_id = ? AND " + visible + " > 0",
                "DELETE FROM deleted_comment WHERE 0 = ? AND comment_id = ?");
    }

    /** The unread notifications of a member. The id is that of the member. */
    private static Counter unread() {
        String counted = "SELECT COUNT(*) FROM notification WHERE member_id = t.member_id AND seen = 0";
        return new Counter(
                "inbox.unread",
                "SELECT t.member_id AS id, t.unread AS stored_value, (" + counted + ") AS counted"
                        + " FROM inbox t WHERE t.member_id > ? ORDER BY t.member_id LIMIT ?",
                "SELECT member_id FROM inbox WHERE member_id = ? FOR UPDATE",
                "SELECT (" + counted + ") AS counted FROM inbox t WHERE t.member_id = ?",
                "UPDATE inbox SET unread = ? WHERE member_id = ?");
    }

    /** A row of site_counter, which gets the id 1. */
    private static Counter total(String name, String table) {
        String row = "FROM site_counter WHERE name = '" + name + "'";
        return new Counter(
                "site_counter." + name,
                "SELECT 1 AS id, value AS stored_value, (SELECT COUNT(*) FROM %s) AS counted %s AND 1 > ? LIMIT ?"
                        .formatted(table, row),
                "SELECT value " + row + " AND 1 = ? FOR UPDATE",
                "SELECT (SELECT COUNT(*) FROM %s) AS counted %s AND 1 = ?".formatted(table, row),
                "UPDATE site_counter SET value = ? WHERE name = '" + name + "' AND 1 = ?");
    }
}
