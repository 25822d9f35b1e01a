package askme.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;

/**
 * What everyone who has a question open is told. Each carries the state as it was in the database at {@code asOf}
 * (microseconds since 1970 by the database's clock), so that a late or repeated one is known and harmless; none carries
 * anything of a reader's. HTML is by language.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.AnswerShown.class, name = "answer"),
    @JsonSubTypes.Type(value = Change.AnswerMarked.class, name = "mark"),
    @JsonSubTypes.Type(value = Change.AnswerGone.class, name = "gone"),
    @JsonSubTypes.Type(value = Change.QuestionShown.class, name = "question"),
    @JsonSubTypes.Type(value = Change.QuestionGone.class, name = "question-gone")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Change {

    /**
     * An answer is there, or its text is another.
     *
     * @param total answers of the question
     * @param html the card as guests see it
     */
    @RegisterForReflection
    record AnswerShown(
            long id,
            long author,
            int rating,
            boolean accepted,
            Instant at,
            int total,
            long asOf,
            Map<String, String> html)
            implements Change {}

    /** An answer's rating or accepted mark is another. */
    @RegisterForReflection
    record AnswerMarked(long id, int rating, boolean accepted, long asOf) implements Change {}

    /** An answer is there no more. */
    @RegisterForReflection
    record AnswerGone(long id, int total, long asOf) implements Change {}

    /**
     * The question's rating or text is another.
     *
     * @param title null where only the rating is told
     * @param html text, tags and signature; null where only the rating is told
     */
    @RegisterForReflection
    record QuestionShown(int rating, int total, String title, long asOf, Map<String, String> html) implements Change {}

    /** The question is there no more, nor is any of its answers. */
    @RegisterForReflection
    record QuestionGone(long asOf) implements Change {}
}
