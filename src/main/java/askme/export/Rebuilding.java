package askme.export;

import java.util.List;

/**
 * Values of a table that the import of an export computes again, for ranges of ids.
 *
 * @param statements each has a range of ids: above {@code ?} and up to {@code ?}
 */
record Rebuilding(String table, List<String> statements) {

    private static final String RANGE = " WHERE t.id > ? AND t.id <= ?";

    private static final String VOTES = """
            (SELECT COALESCE(SUM(v.value), 0) FROM %1$s_vote v WHERE v.%1$s_id = t.id)
            + COALESCE((SELECT i.imported_rating FROM imported_%1$s i WHERE i.%1$s_id = t.id), 0)""";

    /** Deleted answers first: questions count those that are visible. */
    static final List<Rebuilding> ALL = List.of(
            new Rebuilding("answer", List.of("""
                    UPDATE answer t
                    SET t.hidden = IF(EXISTS (SELECT 1 FROM deleted_post d WHERE d.question_id = t.question_id AND d.answer_id = t.id), 1,
                          IF(EXISTS (SELECT 1 FROM deleted_post d WHERE d.question_id = t.question_id AND d.answer_id = 0), 2, 0)),
                        t.accepted = EXISTS (SELECT 1 FROM question q WHERE q.id = t.question_id AND q.accepted_answer_id = t.id),
                        t.locked = EXISTS (SELECT 1 FROM answer_lock l WHERE l.answer_id = t.id),
                        t.comment_count = (SELECT COUNT(*) FROM comment c WHERE c.answer_id = t.id),
                        t.rating = """ + " " + VOTES.formatted("answer") + RANGE)),
            new Rebuilding(
                    "question", List.of("""
                    UPDATE question t
                    SET t.version = t.version
                          + COALESCE((SELECT IF(c.reason = 'duplicate', 2, 1) FROM closed_question c WHERE c.question_id = t.id), 0) * 72057594037927936
                          + EXISTS (SELECT 1 FROM question_lock l WHERE l.question_id = t.id) * 288230376151711744
                          - EXISTS (SELECT 1 FROM deleted_post d WHERE d.question_id = t.id AND d.answer_id = 0) * 4611686018427387904,
                        t.answer_count = (SELECT COUNT(*) FROM answer a WHERE a.question_id = t.id AND a.hidden = 0),
                        t.comment_count = (SELECT COUNT(*) FROM comment c WHERE c.question_id = t.id AND c.answer_id IS NULL),
                        t.rating = """ + " " + VOTES.formatted("question") + RANGE, """
                    UPDATE question_tag x JOIN question t ON t.id = x.question_id SET x.rating = t.rating""" + RANGE, """
                    DELETE x FROM question_tag x JOIN question t ON t.id = x.question_id AND t.hidden = 1""" + RANGE)),
            new Rebuilding("comment", List.of("""
                    UPDATE comment t
                    SET t.rating = (SELECT COUNT(*) FROM comment_vote v WHERE v.comment_id = t.id)
                          + COALESCE((SELECT i.imported_rating FROM imported_comment i WHERE i.comment_id = t.id), 0)""" + RANGE)),
            new Rebuilding("member", List.of("""
                    UPDATE member t
                    SET t.question_count = (SELECT COUNT(*) FROM question q WHERE q.author_id = t.id AND q.hidden = 0),
                        t.answer_count = (SELECT COUNT(*) FROM answer a WHERE a.author_id = t.id AND a.hidden = 0),
                        t.rating = COALESCE((SELECT SUM(q.rating) FROM question q WHERE q.author_id = t.id AND q.hidden = 0), 0)
                          + COALESCE((SELECT SUM(a.rating) FROM answer a WHERE a.author_id = t.id AND a.hidden = 0), 0)""" + RANGE)),
            new Rebuilding("tag", List.of("""
                    UPDATE tag t SET t.question_count = (SELECT COUNT(*) FROM question_tag x WHERE x.tag_id = t.id)""" + RANGE)),
            new Rebuilding("review_item", List.of("""
                    UPDATE review_item t SET t.reports = (SELECT COUNT(*) FROM report r WHERE r.item_id = t.id)""" + RANGE)));

    String next() {
        return "SELECT MAX(id) AS id FROM (SELECT id FROM " + table + " WHERE id > ? ORDER BY id LIMIT ?) next";
    }
}
