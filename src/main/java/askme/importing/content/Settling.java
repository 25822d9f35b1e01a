package askme.importing.content;

import java.util.List;

/**
 * Values of a table that are computed after all rows are stored, for ranges of ids.
 *
 * @param name the stage
 * @param next the last of the next {@code LIMIT ?} ids above {@code ?} and up to {@code ?}
 * @param statements each has a range of ids: above {@code ?} and up to {@code ?}
 */
record Settling(String name, String next, List<String> statements) {

    private static final String RANGE = "%1$s.%2$s > ? AND %1$s.%2$s <= ?";

    private static final String ONLY_FIRST_REVISION = """
            DELETE r FROM %1$s_revision r LEFT JOIN %1$s_revision more ON more.%1$s_id = r.%1$s_id AND more.number = 2
            WHERE r.%1$s_id > ? AND r.%1$s_id <= ? AND r.number = 1 AND more.%1$s_id IS NULL""";

    /** The last revision is the post itself. */
    private static final String LAST_REVISION = """
            UPDATE %1$s_revision r JOIN (SELECT %1$s_id, MAX(number) AS number FROM %1$s_revision
              WHERE %1$s_id > ? AND %1$s_id <= ? GROUP BY %1$s_id) last ON last.%1$s_id = r.%1$s_id AND last.number = r.number
            JOIN %1$s p ON p.id = r.%1$s_id
            SET %2$sr.body = p.body, p.revision = r.number, p.edited_at = r.written_at, p.edited_by = r.editor_id""";

    private static final String RATING_WITHOUT_VOTES = """
            UPDATE imported_%1$s i JOIN %1$s p ON p.id = i.%1$s_id
            SET i.imported_rating = p.rating - (SELECT COALESCE(SUM(v.value), 0) FROM %1$s_vote v WHERE v.%1$s_id = i.%1$s_id)
            WHERE i.%1$s_id > ? AND i.%1$s_id <= ?""";

    static final Settling QUESTIONS = new Settling(
            "settle-questions",
            next("imported_question", "question_id"),
            List.of(
                    """
                    UPDATE question q LEFT JOIN answer a ON a.id = q.accepted_answer_id AND a.question_id = q.id AND a.hidden = 0
                    SET q.accepted_answer_id = NULL WHERE q.accepted_answer_id IS NOT NULL AND a.id IS NULL AND """ + " " + RANGE.formatted("q", "id"),
                    "UPDATE question q JOIN answer a ON a.id = q.accepted_answer_id SET a.accepted = 1 WHERE "
                            + RANGE.formatted("q", "id"),
                    """
                    UPDATE question q
                    SET q.answer_count = (SELECT COUNT(*) FROM answer a WHERE a.question_id = q.id AND a.hidden = 0),
                        q.comment_count = (SELECT COUNT(*) FROM comment c WHERE c.question_id = q.id AND c.answer_id IS NULL)
                    WHERE """ + " " + RANGE.formatted("q", "id"),
                    RATING_WITHOUT_VOTES.formatted("question"),
                    ONLY_FIRST_REVISION.formatted("question"),
                    LAST_REVISION.formatted("question", "r.title = p.title, r.tag_names = p.tag_names, ")));

    static final Settling ANSWERS = new Settling(
            "settle-answers",
            next("imported_answer", "answer_id"),
            List.of(
                    "UPDATE answer a SET a.comment_count = (SELECT COUNT(*) FROM comment c WHERE c.answer_id = a.id) WHERE "
                            + RANGE.formatted("a", "id"),
                    RATING_WITHOUT_VOTES.formatted("answer"),
                    ONLY_FIRST_REVISION.formatted("answer"),
                    LAST_REVISION.formatted("answer", "")));

    static final Settling MEMBERS = new Settling(
            "settle-members",
            next("imported_member", "member_id"),
            List.of("""
                    UPDATE member m
                    SET m.question_count = (SELECT COUNT(*) FROM question q WHERE q.author_id = m.id AND q.hidden = 0),
                        m.answer_count = (SELECT COUNT(*) FROM answer a WHERE a.author_id = m.id AND a.hidden = 0),
                        m.rating = COALESCE((SELECT SUM(q.rating) FROM question q WHERE q.author_id = m.id AND q.hidden = 0), 0)
                                 + COALESCE((SELECT SUM(a.rating) FROM answer a WHERE a.author_id = m.id AND a.hidden = 0), 0)
                    WHERE """ + " " + RANGE.formatted("m", "member_id").replace("m.member_id", "m.id")));

    static final Settling TAGS = new Settling(
            "settle-tags",
            next("tag", "id"),
            List.of(
                    "UPDATE tag t SET t.question_count = (SELECT COUNT(*) FROM question_tag x WHERE x.tag_id = t.id) WHERE "
                            + RANGE.formatted("t", "id")));

    private static String next(String table, String key) {
        return "SELECT MAX(id) AS id FROM (SELECT %2$s AS id FROM %1$s WHERE %2$s > ? AND %2$s <= ? ORDER BY %2$s LIMIT ?) next"
                .formatted(table, key);
    }
}
