package askme.vote;

/** The kinds of posts with votes, and the table of each. Two tables, so that each has a real foreign key. */
public enum VoteTarget {
    QUESTION("question_vote", "question_id"),
    ANSWER("answer_vote", "answer_id");

    final String table;
    final String column;

    VoteTarget(String table, String column) {
        this.table = table;
        this.column = column;
    }
}
