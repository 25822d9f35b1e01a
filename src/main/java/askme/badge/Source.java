package askme.badge;

/** The tables in which the task finds changes. Each is walked by an index on its time. The stored names are stable. */
enum Source {
    QUESTIONS("questions", "question", "question_visible_recent", "hidden = 0 AND ", "asked_at", "id", "author_id", 0),
    ANSWERS("answers", "answer", "answer_visible_recent", "hidden = 0 AND ", "answered_at", "id", "author_id", 0),
    QUESTION_VOTES(
            "question-votes", "question_vote", "question_vote_time", "", "voted_at", "question_id", "member_id", 0),
    ANSWER_VOTES("answer-votes", "answer_vote", "answer_vote_time", "", "voted_at", "answer_id", "member_id", 0),
    COMMENTS("comments", "comment", "comment_time", "", "posted_at", "0", "author_id", 0),
    COMMENT_VOTES("comment-votes", "comment_vote", "comment_vote_time", "", "voted_at", "comment_id", "0", 0),
    QUESTION_EDITS(
            "question-edits", "question_revision", "question_revision_time", "", "written_at", "0", "editor_id", 0),
    ANSWER_EDITS("answer-edits", "answer_revision", "answer_revision_time", "", "written_at", "0", "editor_id", 0),
    TAG_TEXTS("tag-texts", "tag_wiki", "tag_wiki_edited", "", "edited_at", "0", "editor_id", 0),

    VIEWS("views", "question_views", "question_views_thousand", "", "thousand_at", "question_id", "0", 0),
    REPORTS("reports", "review_item", "review_item_decided", "", "decided_at", "id", "0", 0),

    /** A year after they joined. */
    MEMBERS("members", "member", "member_joined", "", "joined_at", "0", "id", 365);

    static final int BATCH = 500;

    private final String stored;
    private final String time;
    private final String range;
    private final String post;
    private final String member;
    private final int days;

    Source(
            String stored,
            String table,
            String index,
            String visible,
            String time,
            String post,
            String member,
            int days) {
        this.stored = stored;
        this.time = time;
        this.range = " FROM " + table + " FORCE INDEX (" + index + ") WHERE " + visible + time + " > ? AND " + time
                + " <= ?";
        this.post = post;
        this.member = member;
        this.days = days;
    }

    String stored() {
        return stored;
    }

    /** After how many days a row counts. */
    int days() {
        return days;
    }

    /** The subject of the posts; null for a source of members only. */
    Subject posts() {
        return switch (this) {
            case QUESTIONS, QUESTION_VOTES, VIEWS -> Subject.QUESTION;
            case ANSWERS, ANSWER_VOTES -> Subject.ANSWER;
            case COMMENT_VOTES -> Subject.COMMENT;
            case REPORTS -> Subject.REVIEW;
            default -> null;
        };
    }

    /** The time of the last of the next rows between two moments. */
    String upTo() {
        return "SELECT MAX(moment) AS moment, COUNT(*) AS found FROM (SELECT " + time + " AS moment" + range
                + " ORDER BY " + time + " LIMIT " + BATCH + ") batch";
    }

    /** The rows between two moments: all of one moment belong to one batch. */
    String rows() {
        return "SELECT " + post + " AS post_id, " + member + " AS member_id" + range;
    }
}
