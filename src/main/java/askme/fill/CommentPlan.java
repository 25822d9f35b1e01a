package askme.fill;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How many comments each post has, and the order of their ids: all on questions first, then all on answers. */
final class CommentPlan {

    /** Zero to six on a question, three on average. */
    private static final int QUESTION_BOUND = 7;

    /** Zero to two on an answer, one on average. */
    private static final int ANSWER_BOUND = 3;

    final int[] onQuestion;
    final int[] onAnswer;
    private final int[] beforeQuestion;
    private final int[] beforeAnswer;

    CommentPlan(long seed, FillSize size) {
        onQuestion = counts(seed, size.questions(), QUESTION_BOUND, 0);
        onAnswer = counts(seed, size.answers(), ANSWER_BOUND, -1);
        beforeQuestion = before(onQuestion, 0);
        beforeAnswer = before(onAnswer, beforeQuestion[onQuestion.length]);
    }

    /** The number of all comments. */
    int total() {
        return beforeAnswer[onAnswer.length];
    }

    /** The number of comments before the first one on question {@code q}. */
    int beforeQuestion(int q) {
        return beforeQuestion[q];
    }

    /** The number of comments before the first one on answer {@code a}. */
    int beforeAnswer(int a) {
        return beforeAnswer[a];
    }

    private static int[] counts(long seed, int posts, int bound, int stream) {
        int[] counts = new int[posts];
        SplittableRandom random = SeededRandom.of(seed, SeededRandom.Purpose.COMMENTS, stream);
        Arrays.setAll(counts, post -> random.nextInt(bound));
        return counts;
    }

    private static int[] before(int[] counts, int first) {
        int[] sums = new int[counts.length + 1];
        sums[0] = first;
        for (int i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        return sums;
    }
}
