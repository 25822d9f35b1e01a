package askme.fill;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Everything a fill writes, as numbers: who asked, who answered, how many votes each post has, and the sums. The plan is
 * complete before the first row is written, so that each row is written once with its final ratings and counts. It needs
 * about 30 bytes for each answer: 30 MB at ratio 10,000.
 */
final class Plan {

    static final int NO_TAG = -1;
    static final int NONE = -1;
    static final int TAGS_A_QUESTION = 3;
    private static final int QUESTION_BITS = 22;

    final FillSize size;
    final long seed;
    final Timeline time;
    final VotePlan votes;
    final CommentPlan comments;
    final long[] joinedAt;
    final long[] askedAt;
    final int[] asker;
    final int[] tags;
    final int[] answerCount;
    final int[] acceptedAnswer;
    final int[] questionVotes;
    final int[] questionRating;
    final int[] answerer;
    final int[] answerVotes;
    final int[] answerRating;
    final int[] memberRating;
    final int[] memberQuestions;
    final int[] memberAnswers;
    final int[] tagQuestions;
    /** The time and the question of each answer in one number, so that sorting these numbers sorts by time. */
    private final long[] answers;

    private final double[] popularity;

    Plan(FillSize size, long seed, long now) {
        this.size = size;
        this.seed = seed;
        this.time = new Timeline(now);
        this.votes = new VotePlan(seed, size.members());
        this.comments = new CommentPlan(seed, size);
        joinedAt = members();
        askedAt = times();
        asker = askers();
        tags = chooseTags();
        popularity = popularity();
        answerCount = answerCounts();
        answers = answers();
        answerer = answerers();
        questionVotes = ProportionalSplit.of(votesForQuestions(), popularity, size.members() - 1);
        answerVotes = ProportionalSplit.of(size.votes() - sum(questionVotes), appeal(), size.members() - 1);
        questionRating = ratings(SeededRandom.Purpose.QUESTION_VOTES, questionVotes, asker);
        answerRating = ratings(SeededRandom.Purpose.ANSWER_VOTES, answerVotes, answerer);
        acceptedAnswer = accepted();
        memberRating = new int[size.members()];
        memberQuestions = new int[size.members()];
        memberAnswers = new int[size.members()];
        tagQuestions = new int[size.tags()];
        count();
    }

    int questionOf(int answer) {
        return (int) (answers[answer] & ((1 << QUESTION_BITS) - 1));
    }

    long answeredAt(int answer) {
        return time.start + (answers[answer] >>> QUESTION_BITS);
    }

    /** The number of all votes. Smaller than requested only if the site has too few members. */
    long votes() {
        return sum(questionVotes) + sum(answerVotes);
    }

    /** The rows of the first {@code done} units of a step. A unit is one row, but votes and comments of a post are many. */
    long rows(String step, int done) {
        return switch (step) {
            case "question-votes" -> sum(Arrays.copyOf(questionVotes, done));
            case "answer-votes" -> sum(Arrays.copyOf(answerVotes, done));
            case "question-comments" -> comments.beforeQuestion(done);
            case "question-revisions", "answer-revisions" -> 0;
            case "answer-comments" -> comments.beforeAnswer(done) - comments.beforeAnswer(0);
            default -> done;
        };
    }

    private SplittableRandom random(SeededRandom.Purpose purpose, long subject) {
        return SeededRandom.of(seed, purpose, subject);
    }

    private long[] members() {
        SplittableRandom random = random(SeededRandom.Purpose.MEMBERS, 0);
        int first = Math.max(3, size.members() / 50);
        long[] at = new long[size.members()];
        Arrays.setAll(at, i -> time.joined(i, first, random));
        Arrays.sort(at);
        return at;
    }

    private long[] times() {
        SplittableRandom random = random(SeededRandom.Purpose.QUESTIONS, -1);
        long[] at = new long[size.questions()];
        Arrays.setAll(at, i -> time.asked(random));
        Arrays.sort(at);
        return at;
    }

    private int[] askers() {
        int[] by = new int[size.questions()];
        Arrays.setAll(by, i -> author(askedAt[i], random(SeededRandom.Purpose.QUESTIONS, i)));
        return by;
    }

    /** A member who joined before {@code at}; early members write more often. */
    int author(long at, SplittableRandom random) {
        int found = Arrays.binarySearch(joinedAt, at);
        int joined = Math.max(1, found < 0 ? -found - 1 : found + 1);
        double u = random.nextDouble();
        return (int) (joined * u * u);
    }

    /** Up to three tags for each question. The n-th tag is used in proportion to 1/n (Zipf). */
    private int[] chooseTags() {
        Zipf zipf = new Zipf(size.tags());
        int[] chosen = new int[size.questions() * TAGS_A_QUESTION];
        Arrays.fill(chosen, NO_TAG);
        for (int q = 0; q < size.questions(); q++) {
            SplittableRandom random = random(SeededRandom.Purpose.TAGS, q);
            int draw = random.nextInt(100);
            int count = Math.min(size.tags(), draw < 4 ? 0 : draw < 25 ? 1 : draw < 62 ? 2 : 3);
            for (int slot = 0; slot < count; slot++) {
                int at = q * TAGS_A_QUESTION + slot;
                do {
                    chosen[at] = zipf.draw(random);
                } while (repeated(chosen, at, slot));
            }
        }
        return chosen;
    }

    private static boolean repeated(int[] chosen, int at, int slot) {
        return (slot > 0 && chosen[at] == chosen[at - 1]) || (slot > 1 && chosen[at] == chosen[at - 2]);
    }

    private double[] popularity() {
        double[] weights = new double[size.questions()];
        Arrays.setAll(weights, q -> SeededRandom.longTailed(random(SeededRandom.Purpose.QUESTIONS, ~(long) q), 1.2));
        return weights;
    }

    /** A few questions have thousands of answers, one in twelve has none. */
    private int[] answerCounts() {
        double[] weights = popularity.clone();
        SplittableRandom random = random(SeededRandom.Purpose.ANSWERS, -1);
        for (int q = 0; q < weights.length; q++) {
            if (random.nextInt(12) == 0) {
                weights[q] = 0;
            }
        }
        int most = size.mostAnswers();
        int[] crowds = new int[weights.length];
        int left = size.answers();
        for (int rank = 1; rank == 1 || most / rank >= 1000; rank++) {
            int q = (int) (weights.length * (0.1 + 0.6 * random.nextDouble()));
            left -= crowds[q] == 0 ? most / rank : 0;
            crowds[q] = crowds[q] == 0 ? most / rank : crowds[q];
            weights[q] = 0;
            popularity[q] += size.members() / 10.0;
        }
        int[] counts = ProportionalSplit.of(left, weights, Math.max(12, size.mostAnswers() / 2));
        Arrays.setAll(counts, q -> counts[q] + crowds[q]);
        return counts;
    }

    private long[] answers() {
        long[] created = new long[size.answers()];
        int at = 0;
        for (int q = 0; q < answerCount.length; q++) {
            SplittableRandom random = random(SeededRandom.Purpose.ANSWERS, q);
            boolean crowd = answerCount[q] > 100;
            for (int i = 0; i < answerCount[q]; i++) {
                long when = time.later(askedAt[q], crowd, random);
                created[at++] = (when - time.start) << QUESTION_BITS | q;
            }
        }
        Arrays.sort(created);
        return created;
    }

    /** Usually another member answers, sometimes the author of the question. */
    private int[] answerers() {
        int[] by = new int[size.answers()];
        for (int a = 0; a < by.length; a++) {
            SplittableRandom random = random(SeededRandom.Purpose.AUTHORS, a);
            by[a] = author(answeredAt(a), random);
            if (by[a] == asker[questionOf(a)] && random.nextInt(10) > 0) {
                by[a] = author(answeredAt(a), random);
            }
        }
        return by;
    }

    /** Two fifths of all votes, or fewer if the site has too few members. */
    private long votesForQuestions() {
        long others = size.members() - 1;
        long possible = size.questions() * others;
        long leftOver = size.votes() - size.answers() * others;
        return Math.max(Math.min(size.votes() * 2L / 5, possible * 3 / 5), Math.min(possible, leftOver));
    }

    /** The weight of an answer: it follows the popularity of the question, and early answers weigh more. */
    private double[] appeal() {
        double[] weights = new double[size.answers()];
        int[] before = new int[size.questions()];
        for (int a = 0; a < weights.length; a++) {
            int q = questionOf(a);
            double luck = SeededRandom.longTailed(random(SeededRandom.Purpose.AUTHORS, ~(long) a), 0.9);
            weights[a] = luck * Math.sqrt(popularity[q]) / (1 + before[q]++ * 0.2);
        }
        return weights;
    }

    private int[] ratings(SeededRandom.Purpose purpose, int[] votes, int[] author) {
        int[] sums = new int[votes.length];
        Arrays.setAll(sums, i -> this.votes.rating(purpose, i, author[i], votes[i]));
        return sums;
    }

    /** About half of the answered questions have an accepted answer: the one with the best rating. */
    private int[] accepted() {
        int[] best = new int[size.questions()];
        Arrays.fill(best, NONE);
        for (int a = 0; a < size.answers(); a++) {
            int q = questionOf(a);
            if (best[q] == NONE || answerRating[a] > answerRating[best[q]]) {
                best[q] = a;
            }
        }
        Arrays.setAll(
                best, q -> random(SeededRandom.Purpose.QUESTIONS, ~(long) q).nextInt(100) < 48 ? best[q] : NONE);
        return best;
    }

    private void count() {
        for (int q = 0; q < size.questions(); q++) {
            memberQuestions[asker[q]]++;
            memberRating[asker[q]] += questionRating[q];
            for (int slot = 0; slot < TAGS_A_QUESTION; slot++) {
                int tag = tags[q * TAGS_A_QUESTION + slot];
                if (tag != NO_TAG) {
                    tagQuestions[tag]++;
                }
            }
        }
        for (int a = 0; a < size.answers(); a++) {
            memberAnswers[answerer[a]]++;
            memberRating[answerer[a]] += answerRating[a];
        }
    }

    private static long sum(int[] parts) {
        return Arrays.stream(parts).asLongStream().sum();
    }
}
