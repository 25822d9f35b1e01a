package askme.question;

import askme.member.MemberRef;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * A question, as a listing shows it.
 *
 * @param accepted whether an answer is marked as accepted
 * @param closed {@link Question#OPEN}, {@link Question#CLOSED} or {@link Question#DUPLICATE}
 * @param myVote the reader's vote: 1, -1, or 0
 * @param views how often it was read
 * @param foundAnswer the answer in which a search found the words, from which the excerpt is; 0 if the question has the words
 * @param activeAt when the question was last asked, answered, edited or commented; null in lists that do not show it
 */
@TemplateData
public record QuestionCard(
        long id,
        String title,
        String excerpt,
        List<String> tags,
        int rating,
        int answerCount,
        boolean accepted,
        int closed,
        Instant askedAt,
        MemberRef author,
        int myVote,
        int views,
        long foundAnswer,
        Instant activeAt) {

    /** The same card with another excerpt, from the answer {@code of}, or from the question if it is 0. */
    public QuestionCard withExcerpt(String other, long of) {
        return new QuestionCard(
                id,
                title,
                other,
                tags,
                rating,
                answerCount,
                accepted,
                closed,
                askedAt,
                author,
                myVote,
                views,
                of,
                activeAt);
    }

    /** The same card with the time of its last activity. */
    QuestionCard withActivity(Instant at) {
        return new QuestionCard(
                id,
                title,
                excerpt,
                tags,
                rating,
                answerCount,
                accepted,
                closed,
                askedAt,
                author,
                myVote,
                views,
                foundAnswer,
                at);
    }

    /** Whether it was closed as a duplicate. */
    public boolean duplicate() {
        return closed == Question.DUPLICATE;
    }

    /** Whether the card shows an activity that came after the question. */
    public boolean showsActivity() {
        return activeAt != null && activeAt.isAfter(askedAt);
    }

    /** The words of a text that separates them by one space. */
    static List<String> words(String spaced) {
        return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
    }
}
