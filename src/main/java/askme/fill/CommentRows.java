package askme.fill;

import askme.database.MultiInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;

/** Writes the comments of a run with their marks "helpful". */
final class CommentRows {

    private static final int A_STATEMENT = 500;
    private static final int HELPFUL_OF_100 = 30;
    private static final int MOST_MARKS = 3;

    private final FillRun run;
    private final Plan plan;
    private final RowWriter texts;

    CommentRows(FillRun run, Plan plan, RowWriter texts) {
        this.run = run;
        this.plan = plan;
        this.texts = texts;
    }

    long ofQuestions(Connection connection, int from, int to) throws SQLException {
        try (Inserts rows = new Inserts(connection)) {
            for (int q = from; q < to; q++) {
                int first = plan.comments.beforeQuestion(q);
                for (int i = 0; i < plan.comments.onQuestion[q]; i++) {
                    rows.add(first + i, q, null, plan.askedAt[q]);
                }
            }
            rows.flush();
            return rows.written;
        }
    }

    long ofAnswers(Connection connection, int from, int to) throws SQLException {
        try (Inserts rows = new Inserts(connection)) {
            for (int a = from; a < to; a++) {
                int first = plan.comments.beforeAnswer(a);
                for (int i = 0; i < plan.comments.onAnswer[a]; i++) {
                    rows.add(first + i, plan.questionOf(a), run.answerBase() + 1 + a, plan.answeredAt(a));
                }
            }
            rows.flush();
            return rows.written;
        }
    }

    private final class Inserts implements AutoCloseable {

        private final MultiInsert comments;
        private final MultiInsert marks;
        private long written;

        Inserts(Connection connection) {
            comments = new MultiInsert(
                    connection,
                    "comment",
                    "id, question_id, answer_id, author_id, body, rating, posted_at",
                    A_STATEMENT);
            marks = new MultiInsert(connection, "comment_vote", "comment_id, member_id, voted_at", A_STATEMENT);
        }

        void add(int number, int question, Long answerId, long after) throws SQLException {
            SplittableRandom random = SeededRandom.of(run.seed(), SeededRandom.Purpose.COMMENTS, number + 1L);
            long id = run.commentBase() + 1 + number;
            long at = plan.time.later(after, false, random);
            int author = plan.author(at, random);
            int helpful = marks(id, author, at, random);
            comments.add(
                    id,
                    run.questionBase() + 1 + question,
                    answerId,
                    run.memberBase() + 1 + author,
                    texts.comment(question, random),
                    helpful,
                    RowWriter.utc(at));
            written++;
        }

        /** Marks of different members, never of the author. Returns their number. */
        private int marks(long id, int author, long at, SplittableRandom random) throws SQLException {
            int wanted = random.nextInt(100) < HELPFUL_OF_100 ? 1 + random.nextInt(MOST_MARKS) : 0;
            int count = Math.min(wanted, run.size().members() - 1);
            for (int i = 1; i <= count; i++) {
                marks.add(id, run.memberBase() + 1 + (author + i) % run.size().members(), RowWriter.utc(at));
            }
            return count;
        }

        void flush() throws SQLException {
            comments.flush();
            marks.flush();
        }

        @Override
        public void close() throws SQLException {
            comments.close();
            marks.close();
        }
    }
}
