package askme.vote;

/** What can be voted for, with its table: two tables, so that the foreign keys stay real. */
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
