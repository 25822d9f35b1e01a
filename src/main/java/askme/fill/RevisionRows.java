package askme.fill;

import askme.database.MultiInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** Writes the two revisions of posts that were edited: the text once had another sentence at its end. */
final class RevisionRows {

    private static final int POSTS_A_STATEMENT = 100;
    private static final int EDITED_QUESTIONS_OF_100 = 10;
    private static final int EDITED_ANSWERS_OF_100 = 4;
    private static final int BY_AUTHOR_OF_100 = 80;
    private static final int EDITED = 2;

    /** The number of a question in the stream of random numbers; answers count upwards from 0. */
    private static final int QUESTION = -1;

    private final FillRun run;
    private final Plan plan;
    private final RowWriter texts;

    RevisionRows(FillRun run, Plan plan, RowWriter texts) {
        this.run = run;
        this.plan = plan;
        this.texts = texts;
    }

    /**
     * The edit of a post, with the values of its columns.
     *
     * @param at null if it was never edited
     * @param editor the id of the editor, or null
     * @param revision the number of the last revision, 0 if it has none
     */
    record Edit(LocalDateTime at, Long editor, int revision) {

        private static final Edit NONE = new Edit(null, null, 0);
    }

    Edit editOfQuestion(int q) {
        return edit(QUESTION - (long) q, EDITED_QUESTIONS_OF_100, plan.askedAt[q], plan.asker[q]);
    }

    Edit editOfAnswer(int a) {
        return edit(a, EDITED_ANSWERS_OF_100, plan.answeredAt(a), plan.answerer[a]);
    }

    private Edit edit(long subject, int of100, long postedAt, int author) {
        SplittableRandom random = SeededRandom.of(run.seed(), SeededRandom.Purpose.EDITS, subject);
        if (random.nextInt(100) >= of100) {
            return Edit.NONE;
        }
        long at = plan.time.later(postedAt, false, random);
        int editor = random.nextInt(100) < BY_AUTHOR_OF_100 ? author : plan.author(at, random);
        return new Edit(RowWriter.utc(at), run.memberBase() + 1 + editor, EDITED);
    }

    /** Writes the texts of questions again, as {@link RowWriter} makes them. The progress bar does not count revisions. */
    long ofQuestions(Connection connection, int from, int to) throws SQLException {
        String columns = "question_id, number, editor_id, title, tag_names, body, begun_at, written_at";
        try (MultiInsert revisions = new MultiInsert(connection, "question_revision", columns, POSTS_A_STATEMENT)) {
            for (int q = from; q < to; q++) {
                Edit edit = editOfQuestion(q);
                if (edit.revision > 0) {
                    long id = run.questionBase() + 1 + q;
                    RowWriter.QuestionText now = texts.questionText(q);
                    String before = now.body() + "\n\n" + texts.comment(q, wording(QUESTION - (long) q));
                    long author = run.memberBase() + 1 + plan.asker[q];
                    LocalDateTime asked = RowWriter.utc(plan.askedAt[q]);
                    revisions.add(id, 1, author, now.title(), now.tagNames(), before, asked, asked);
                    revisions.add(id, EDITED, edit.editor, now.title(), now.tagNames(), now.body(), edit.at, edit.at);
                }
            }
            revisions.flush();
        }
        return 0;
    }

    /** The same for answers. */
    long ofAnswers(Connection connection, int from, int to) throws SQLException {
        String columns = "answer_id, number, editor_id, body, begun_at, written_at";
        try (MultiInsert revisions = new MultiInsert(connection, "answer_revision", columns, POSTS_A_STATEMENT)) {
            for (int a = from; a < to; a++) {
                Edit edit = editOfAnswer(a);
                if (edit.revision > 0) {
                    long id = run.answerBase() + 1 + a;
                    String now = texts.answerText(a);
                    String before = now + "\n\n" + texts.comment(plan.questionOf(a), wording(a));
                    long author = run.memberBase() + 1 + plan.answerer[a];
                    LocalDateTime answered = RowWriter.utc(plan.answeredAt(a));
                    revisions.add(id, 1, author, before, answered, answered);
                    revisions.add(id, EDITED, edit.editor, now, edit.at, edit.at);
                }
            }
            revisions.flush();
        }
        return 0;
    }

    private SplittableRandom wording(long subject) {
        return SeededRandom.of(run.seed(), SeededRandom.Purpose.EDIT_TEXT, subject);
    }
}
