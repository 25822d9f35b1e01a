package askme.jobs.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A job as it lies in Redis, written as JSON. Later versions may add fields: what is not known is ignored.
 *
 * @param id unique, the same at each delivery; a fixed id makes the job unique
 * @param handler the name of the one who does it
 * @param version of the event's form
 * @param recordedAt when the event was recorded, ms since the epoch
 * @param requestId the request it came from; may be null
 * @param traceparent the span it came from ({@link JobTracing}); may be null
 * @param outbox whether a row of the outbox stands behind it
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Envelope(
        String id,
        String handler,
        String queue,
        int version,
        JsonNode event,
        long recordedAt,
        String requestId,
        String traceparent,
        boolean outbox) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public static JsonNode tree(Object event) {
        return JSON.valueToTree(event);
    }

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    public static Envelope read(String json) throws JsonProcessingException {
        return JSON.readValue(json, Envelope.class);
    }

    public <E> E eventAs(Class<E> type) throws JsonProcessingException {
        return JSON.treeToValue(event, type);
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed event can be written", e);
        }
    }
}
