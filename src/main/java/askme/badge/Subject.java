package askme.badge;

/** The rows that a badge looks at. Each kind has the query of the members who have earned a badge by some changed rows. */
enum Subject {
    QUESTION("q.author_id", "question q FORCE INDEX (PRIMARY) WHERE q.id IN (%s) AND q.hidden = 0"),
    ANSWER(
            "a.author_id",
            "answer a FORCE INDEX (PRIMARY) JOIN question q ON q.id = a.question_id"
                    + " WHERE a.id IN (%s) AND a.hidden = 0 AND q.hidden = 0"),
    COMMENT("c.author_id", "comment c FORCE INDEX (PRIMARY) WHERE c.id IN (%s)"),

    /** A decided item of the review queue, with its reports. */
    REVIEW(
            "r.reporter_id",
            "review_item i FORCE INDEX (PRIMARY) JOIN report r FORCE INDEX (report_of_item) ON r.item_id = i.id"
                    + " WHERE i.id IN (%s)"),
    MEMBER("m.id", "member m FORCE INDEX (PRIMARY) WHERE m.id IN (%s)");

    private final String member;
    private final String rows;

    Subject(String member, String rows) {
        this.member = member;
        this.rows = rows;
    }

    /**
     * Finds those who meet {@code condition} and do not have the badge.
     *
     * @param ids the placeholders of the changed rows
     */
    String earned(String badge, String condition, String ids) {
        return "SELECT DISTINCT " + member + " AS member_id FROM " + rows.formatted(ids)
                + " AND NOT EXISTS (SELECT 1 FROM member_badge b WHERE b.member_id = " + member + " AND b.badge = '"
                + badge + "') AND (" + condition + ")";
    }
}
