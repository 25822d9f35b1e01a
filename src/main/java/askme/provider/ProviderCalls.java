package askme.provider;

import askme.provider.ProviderFailure.Reason;
import askme.resilience.Bulkhead;
import askme.resilience.CircuitBreaker;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Calls one provider. A provider that hangs holds few threads of the pages, and after a failure it is not called for a while, so it
 * never slows other pages.
 */
final class ProviderCalls {

    private static final int AT_A_TIME = 4;
    private static final int WAITING = 4;
    private static final int SERVER_ERROR = 500;
    private static final Duration MAX_WAIT = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(ProviderCalls.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Provider provider;
    private final ProviderHttp http;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead = new Bulkhead(AT_A_TIME, WAITING, MAX_WAIT);

    ProviderCalls(Provider provider, ProviderHttp http, Duration pause, Clock clock) {
        this.provider = provider;
        this.http = http;
        this.circuit = new CircuitBreaker(pause, clock);
    }

    JsonNode get(URI address, Map<String, String> headers) throws ProviderFailure {
        return call(address, headers, null);
    }

    JsonNode post(URI address, Map<String, String> headers, Map<String, String> form) throws ProviderFailure {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return call(address, all, encoded(form));
    }

    /** The parameters as a query or as the body of a form. */
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> URLEncoder.encode(p.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode call(URI address, Map<String, String> headers, String body) throws ProviderFailure {
        if (circuit.isOpen()) {
            throw new ProviderFailure(Reason.UNAVAILABLE, provider + " is not called, as it did not answer lately");
        }
        Optional<ProviderHttp.Reply> reply;
        try {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put("Accept", "application/json");
            all.put("User-Agent", "AskMe");
            reply = bulkhead.call(() -> http.send(address, all, body));
        } catch (IOException e) {
            if (circuit.open()) {
                LOG.warnf("the provider %s does not answer: %s", provider, e.getMessage());
            }
            throw new ProviderFailure(Reason.UNAVAILABLE, provider + " does not answer", e);
        }
        return json(reply.orElseThrow(
                () -> new ProviderFailure(Reason.UNAVAILABLE, provider + " has too many callers at a time")));
    }

    private JsonNode json(ProviderHttp.Reply reply) throws ProviderFailure {
        if (reply.status() >= SERVER_ERROR) {
            throw new ProviderFailure(Reason.UNAVAILABLE, provider + " answers with status " + reply.status());
        }
        try {
            JsonNode content = JSON.readTree(reply.body());
            if (reply.status() / 100 != 2 || content.hasNonNull("error")) {
                throw new ProviderFailure(
                        Reason.REFUSED,
                        provider + " refuses with status " + reply.status() + ": "
                                + content.path("error").asText("no reason"));
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new ProviderFailure(Reason.REFUSED, provider + " does not answer with JSON");
        }
    }
}
