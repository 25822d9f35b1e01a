package askme.fill;

import java.sql.SQLException;

/**
 * A fill: its size, its seed, and the ids of its rows. The same run always gives the same rows.
 *
 * @param now the end of its three years, in milliseconds since 1970 UTC
 * @param memberBase the largest id of a member before the run; the run's members follow it. The other bases are alike
 */
record FillRun(
        FillSize size,
        long seed,
        long now,
        long memberBase,
        long tagBase,
        long questionBase,
        long answerBase,
        long commentBase) {

    private static final int QUESTIONS_A_TRANSACTION = 2000;

    /** Writes what belongs to the questions from the one id to the other, in one transaction. */
    interface QuestionRange {
        void write(long from, long to) throws SQLException;
    }

    /** Cuts the questions of the run into ranges, one for each transaction. */
    void eachQuestionRange(QuestionRange range) throws SQLException {
        long last = questionBase + size.questions();
        for (long from = questionBase + 1; from <= last; from += QUESTIONS_A_TRANSACTION) {
            range.write(from, Math.min(last, from + QUESTIONS_A_TRANSACTION - 1));
        }
    }
}
