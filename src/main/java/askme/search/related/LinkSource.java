package askme.search.related;

/** The kinds of posts that the job reads for links, in batches of ids. */
enum LinkSource {
    QUESTIONS(
            "questions",
            "SELECT id FROM question WHERE id > ? ORDER BY id LIMIT ?",
            "SELECT id AS question_id, 0 AS answer_id, body FROM question WHERE id > ? AND id <= ? AND body LIKE ?",
            "SELECT DISTINCT l.from_id AS question_id, l.answer_id, '' AS body FROM question_link l"
                    + " LEFT JOIN question q ON q.id = l.from_id WHERE l.from_id > ? AND l.from_id <= ? AND q.id IS NULL"),
    ANSWERS(
            "answers",
            "SELECT id FROM answer WHERE id > ? ORDER BY id LIMIT ?",
            "SELECT question_id, id AS answer_id, body FROM answer WHERE id > ? AND id <= ? AND hidden = 0 AND body LIKE ?",
            "SELECT DISTINCT l.from_id AS question_id, l.answer_id, '' AS body FROM question_link l"
                    + " LEFT JOIN answer a ON a.id = l.answer_id WHERE l.answer_id > ? AND l.answer_id <= ? AND a.id IS NULL");

    static final int BATCH = 500;

    final String progress;
    final String batch;
    final String posts;

    /** Links whose post does not exist. */
    final String orphans;

    LinkSource(String progress, String batch, String posts, String orphans) {
        this.progress = progress;
        this.batch = batch;
        this.posts = posts;
        this.orphans = orphans;
    }
}
