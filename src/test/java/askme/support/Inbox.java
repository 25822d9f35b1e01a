package askme.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;

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

    /** Waits for the newest mail to {@code email} with this subject, and returns the path of its button. */
    public static String linkTo(String email, String subject) {
        Mail mail = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(email).stream()
                                .filter(found -> found.subject().contains(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return URI.create(Jsoup.parse(mail.html()).select("a.button").attr("href"))
                .getPath();
    }

    public static void empty() {
        ServicesConsole.send("/api/mails", "DELETE");
    }
}
