package askme.revision;

/** The kinds of texts with revisions, and the table of each. */
public enum RevisionKind {
    QUESTION(
            "question_revision",
            "question_id",
            "r.title, r.tag_names, r.body",
            "title, tag_names, body",
            ":title, :tags, :body",
            "title = :title, tag_names = :tags, body = :body"),
    ANSWER("answer_revision", "answer_id", "NULL AS title, NULL AS tag_names, r.body", "body", ":body", "body = :body"),

    /** The texts of a tag. The short one is the title. */
    TAG(
            "tag_revision",
            "tag_id",
            "r.description AS title, NULL AS tag_names, r.body",
            "description, body",
            ":title, :body",
            "description = :title, body = :body");

    final String table;
    final String post;

    /** The columns of {@link Content}. */
    final String content;

    /** The same columns, and their parameters: to insert, and as assignments. */
    final String columns;

    final String values;
    final String assignments;

    RevisionKind(String table, String post, String content, String columns, String values, String assignments) {
        this.table = table;
        this.post = post;
        this.content = content;
        this.columns = columns;
        this.values = values;
        this.assignments = assignments;
    }
}
