package askme.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The mails the SMTP server received. */
public final class Inbox {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Inbox() {}

    /**
     * A mail.
     *
     * @param to the recipient of the envelope
     * @param headers by name as written
     */
    public record Mail(
            int id, String from, String to, String subject, String text, String html, Map<String, String> headers) {

        /** The header of this name in any case, or null. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** All mails, the latest first. */
    public static List<Mail> all() {
        try {
            return JSON.readValue(ServicesConsole.get("/api/mails"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails to this address, the latest first. */
    public static List<Mail> of(String email) {
        return all().stream().filter(mail -> mail.to().equalsIgnoreCase(email)).toList();
    }

    public static void empty() {
        ServicesConsole.send("/api/mails", "DELETE");
    }
}
