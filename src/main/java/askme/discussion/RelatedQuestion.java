package askme.discussion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A question beside another one: a related or a linked one. */
@TemplateData
record RelatedQuestion(long id, String title, int answers, boolean accepted, int closed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the array of objects that the database returns, in any order; null if the question has none. */
    static List<RelatedQuestion> list(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                    .sorted(Comparator.comparing(one -> one.get("position").asInt()))
                    .map(RelatedQuestion::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database returned no JSON", e);
        }
    }

    private static RelatedQuestion of(JsonNode one) {
        return new RelatedQuestion(
                one.get("id").asLong(),
                one.get("title").asText(),
                one.get("answers").asInt(),
                !one.get("accepted").isNull(),
                one.get("closed").asInt());
    }
}
