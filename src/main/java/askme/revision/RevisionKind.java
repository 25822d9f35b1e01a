package askme.revision;

/** The kinds of posts with revisions, and the table of each. Two tables, so that each has a real foreign key. */
public enum RevisionKind {
    QUESTION("question_revision", "question_id", "r.title, r.tag_names, r.body"),
    ANSWER("answer_revision", "answer_id", "NULL AS title, NULL AS tag_names, r.body");

    final String table;
    final String post;

    /** The columns of {@link Content}. */
    final String content;

    RevisionKind(String table, String post, String content) {
        this.table = table;
        this.post = post;
        this.content = content;
    }
}
