package askme.fill;

import askme.database.MultiInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the votes of a run. */
final class VoteRows {

    private static final int ROWS_A_STATEMENT = 1000;

    private final FillRun run;
    private final Plan plan;

    VoteRows(FillRun run, Plan plan) {
        this.run = run;
        this.plan = plan;
    }

    long ofQuestions(Connection connection, int from, int to) throws SQLException {
        long rows = 0;
        try (MultiInsert votes = votes(connection, "question_vote", "question_id")) {
            for (int q = from; q < to; q++) {
                List<Object[]> drawn = new ArrayList<>();
                long id = run.questionBase() + 1 + q;
                long at = plan.askedAt[q];
                plan.votes.draw(
                        SeededRandom.Purpose.QUESTION_VOTES,
                        q,
                        plan.asker[q],
                        plan.questionVotes[q],
                        collect(drawn, id, at));
                rows += write(drawn, votes);
            }
            votes.flush();
        }
        return rows;
    }

    long ofAnswers(Connection connection, int from, int to) throws SQLException {
        long rows = 0;
        try (MultiInsert votes = votes(connection, "answer_vote", "answer_id")) {
            for (int a = from; a < to; a++) {
                List<Object[]> drawn = new ArrayList<>();
                long id = run.answerBase() + 1 + a;
                long at = plan.answeredAt(a);
                plan.votes.draw(
                        SeededRandom.Purpose.ANSWER_VOTES,
                        a,
                        plan.answerer[a],
                        plan.answerVotes[a],
                        collect(drawn, id, at));
                rows += write(drawn, votes);
            }
            votes.flush();
        }
        return rows;
    }

    private static MultiInsert votes(Connection connection, String table, String target) {
        return new MultiInsert(connection, table, target + ", member_id, value, voted_at", ROWS_A_STATEMENT);
    }

    /** Collects votes as rows. No member votes before joining. */
    private VotePlan.Receiver collect(List<Object[]> drawn, long target, long postedAt) {
        return (voter, value, when) -> drawn.add(new Object[] {
            target,
            run.memberBase() + 1 + voter,
            value,
            RowWriter.utc(plan.time.voted(Math.max(postedAt, plan.joinedAt[voter]), when))
        });
    }

    private static long write(List<Object[]> drawn, MultiInsert votes) throws SQLException {
        votes.addAll(drawn);
        return drawn.size();
    }
}
