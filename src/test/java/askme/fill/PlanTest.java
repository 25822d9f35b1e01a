package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final long NOW = 1_790_000_000_000L;

    private static Plan plan(int ratio) {
        return new Plan(new FillSize(ratio), 33, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 100, 1000})
    void numberOfVotesIsExact(int ratio) {
        assertThat(plan(ratio).votes()).isEqualTo(ratio * 200L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fewMembersCastAllAllowedVotes(int ratio) {
        assertThat(plan(ratio).votes()).isEqualTo(ratio == 1 ? 0 : 2 * 110);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 300})
    void countsAreExactAndVotersVoteOnce(int ratio) {
        Plan plan = plan(ratio);
        int[] counted = new int[plan.size.questions()];
        for (int a = 0; a < plan.size.answers(); a++) {
            counted[plan.questionOf(a)]++;
            assertThat(plan.answeredAt(a)).isBetween(plan.askedAt[plan.questionOf(a)], NOW);
        }
        assertThat(counted).isEqualTo(plan.answerCount);
        for (int q = 0; q < plan.size.questions(); q++) {
            Set<Integer> voters = new HashSet<>();
            int[] sum = {0};
            int asker = plan.asker[q];
            plan.votes.draw(
                    SeededRandom.Purpose.QUESTION_VOTES, q, asker, plan.questionVotes[q], (voter, value, when) -> {
                        assertThat(voters.add(voter)).isTrue();
                        assertThat(voter).isNotEqualTo(asker);
                        sum[0] += value;
                    });
            assertThat(voters).hasSize(plan.questionVotes[q]);
            assertThat(sum[0]).isEqualTo(plan.questionRating[q]);
        }
    }

    @Test
    void sumsOfMembersEqualSumsOfPosts() {
        Plan plan = plan(100);
        assertThat(sum(plan.memberRating)).isEqualTo(sum(plan.questionRating) + sum(plan.answerRating));
        assertThat(sum(plan.memberQuestions)).isEqualTo(1000);
        assertThat(sum(plan.memberAnswers)).isEqualTo(10_000);
        assertThat(sum(plan.tagQuestions))
                .isEqualTo(
                        Arrays.stream(plan.tags).filter(t -> t != Plan.NO_TAG).count());
    }

    @Test
    void answersAreSpreadUnevenly() {
        int[] counts = plan(100).answerCount;
        assertThat(Arrays.stream(counts).max().getAsInt()).isEqualTo(1250);
        assertThat(Arrays.stream(counts).filter(c -> c == 0).count()).isBetween(50L, 200L);
        int[] many = plan(1000).answerCount;
        assertThat(Arrays.stream(many).filter(c -> c >= 1000).count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void firstTagsAreMuchMorePopular() {
        int[] tags = plan(300).tagQuestions;
        assertThat(tags[0]).isGreaterThan(3 * tags[9]).isGreaterThan(20 * tags[150]);
    }

    @Test
    void lastWeekHasQuestionsAndFutureHasNone() {
        Plan plan = plan(100);
        long week = NOW - 7 * 24 * 3600 * 1000L;
        assertThat(Arrays.stream(plan.askedAt).filter(at -> at > week).count()).isBetween(20L, 120L);
        assertThat(plan.askedAt).isSorted();
        assertThat(Arrays.stream(plan.askedAt).max().getAsLong()).isLessThan(NOW);
    }

    @Test
    void membersPostAfterTheyJoined() {
        Plan plan = plan(100);
        for (int q = 0; q < plan.size.questions(); q++) {
            assertThat(plan.joinedAt[plan.asker[q]]).isLessThanOrEqualTo(plan.askedAt[q]);
        }
    }

    @Test
    void acceptedAnswerBelongsToItsQuestion() {
        Plan plan = plan(100);
        int accepted = 0;
        for (int q = 0; q < plan.size.questions(); q++) {
            if (plan.acceptedAnswer[q] != Plan.NONE) {
                accepted++;
                assertThat(plan.questionOf(plan.acceptedAnswer[q])).isEqualTo(q);
            }
        }
        assertThat(accepted).isBetween(300, 600);
    }

    @Test
    void sameSeedGivesSamePlan() {
        assertThat(plan(30).answerRating).isEqualTo(plan(30).answerRating);
        assertThat(new Plan(new FillSize(30), 34, NOW).answerRating).isNotEqualTo(plan(30).answerRating);
    }

    private static long sum(int[] parts) {
        return Arrays.stream(parts).asLongStream().sum();
    }
}
