package askme.suggestion;

import askme.session.Rights;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The suggested edits of one post that wait and that the reader may see.
 *
 * @param first the id of the oldest
 * @param own whether the reader proposed it
 */
@TemplateData
public record WaitingEdits(int count, long first, boolean own) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Waiting(long id, Long answer, long author, long proposer) {

        private static Waiting of(JsonNode one) {
            JsonNode answer = one.get("answer");
            return new Waiting(
                    one.get("id").asLong(),
                    answer.isNull() ? null : answer.asLong(),
                    one.get("author").asLong(),
                    one.get("proposer").asLong());
        }
    }

    /**
     * Reads the array of objects that the database returns, in any order; null if nothing waits.
     *
     * @param reader the id of the reader, 0 for a guest
     */
    public static Map<SuggestedPost, WaitingEdits> of(String json, long question, long reader, Rights rights) {
        if (json == null) {
            return Map.of();
        }
        Map<SuggestedPost, WaitingEdits> all = new HashMap<>();
        for (Waiting one : read(json)) {
            boolean own = one.proposer == reader;
            if (own || rights.mayReview(one.author)) {
                all.merge(new SuggestedPost(question, one.answer), new WaitingEdits(1, one.id, own), WaitingEdits::and);
            }
        }
        return all;
    }

    private static List<Waiting> read(String json) {
        try {
            return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                    .map(Waiting::of)
                    .sorted(Comparator.comparing(Waiting::id))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database returned no JSON", e);
        }
    }

    private WaitingEdits and(WaitingEdits later) {
        return new WaitingEdits(count + later.count, first, own && later.own);
    }
}
