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
 * A job as it is stored in Redis, as JSON. Later versions may add members, so unknown members are ignored.
 *
 * @param id unique, and the same at each delivery
 * @param handler the name of its handler
 * @param version the version of the event's members
 * @param recordedAt when the event was recorded, ms since the epoch
 * @param requestId the request that caused it; may be null
 * @param traceparent the span that caused it ({@link JobTracing}); may be null
 * @param outbox whether the outbox has a row for it
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

    /** The largest event. Relays and workers read many at once. */
    static final int MOST_EVENT_BYTES = 16 * 1024;

    /** The largest envelope that a process reads; the scripts have this limit. */
    static final int MOST_BYTES = 2 * MOST_EVENT_BYTES;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The event as a JSON tree. */
    public static JsonNode tree(Object event) {
        return JSON.valueToTree(event);
    }

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    /** @throws JsonProcessingException if the text is not JSON or not an envelope */
    public static Envelope read(String json) throws JsonProcessingException {
        return JSON.readValue(json, Envelope.class);
    }

    /** @throws JsonProcessingException if the event has another form than {@code type} */
    public <E> E eventAs(Class<E> type) throws JsonProcessingException {
        return JSON.treeToValue(event, type);
    }

    /** The envelope as JSON. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the envelope of job " + id + " cannot be written as JSON", e);
        }
    }
}
