package askme.push;

import askme.outbound.OutboundClient;
import askme.outbound.OutboundUrl;
import askme.outbound.PrivateAddressException;
import askme.resilience.TimeLimit;
import askme.web.WebConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interaso.webpush.WebPush;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Sends messages to push services, to all devices of a member at once. A member chooses the address, so {@link OutboundClient}
 * sends them.
 */
@ApplicationScoped
class PushClient {

    /** How long a push service keeps the message for a device that is not connected. */
    private static final int KEPT_S = 24 * 60 * 60;

    /** Whom a push service may ask about the messages: the address of the site, which on a developer's machine is no https. */
    private static final String LOCAL_CONTACT = "mailto:webmaster@localhost";

    private static final Logger LOG = Logger.getLogger(PushClient.class);

    private final PushConfig config;
    private final WebConfig web;
    private final VapidKeyPair keys;
    private final ObjectMapper json;
    private final ServicePauses pauses;
    private final OutboundClient http;

    PushClient(
            Vertx vertx, PushConfig config, WebConfig web, VapidKeyPair keys, ObjectMapper json, ServicePauses pauses) {
        this.config = config;
        this.web = web;
        this.keys = keys;
        this.json = json;
        this.pauses = pauses;
        http = new OutboundClient(vertx, "push-lookups", config.timeout(), config.privateServices());
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** Sends {@code message} to these devices, and returns the result for each. */
    Map<Subscription, PushResult> send(List<Subscription> devices, PushMessage message) {
        WebPush push = push();
        byte[] payload = payload(message);
        Map<Subscription, Future<HttpClientResponse>> answers = new LinkedHashMap<>();
        Map<Subscription, PushResult> results = new LinkedHashMap<>();
        for (Subscription device : devices) {
            Optional<OutboundUrl> endpoint = OutboundUrl.of(device.endpoint(), config.privateServices());
            if (endpoint.isEmpty()) {
                results.put(device, PushResult.GONE);
            } else if (pauses.isPaused(endpoint.get().service())) {
                results.put(device, PushResult.LATER);
            } else {
                answers.put(device, request(push, device, endpoint.get(), message.tag(), payload));
            }
        }
        long end = System.nanoTime() + config.timeout().toNanos();
        answers.forEach((device, answer) -> results.put(device, result(device, answer, left(end))));
        return results;
    }

    /** Whether a browser's keys are usable. */
    boolean accepts(byte[] key, byte[] secret) {
        try {
            push().getBody(new byte[0], key, secret);
            return true;
        } catch (Exception e) { // Kotlin declares no checked exceptions
            return false;
        }
    }

    private WebPush push() {
        return new WebPush(web.secure() ? web.baseUrl().toString() : LOCAL_CONTACT, keys.keys());
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
    }

    private PushResult result(Subscription device, Future<HttpClientResponse> answer, Duration limit) {
        String service = OutboundUrl.of(device.endpoint(), true).orElseThrow().service();
        try {
            HttpClientResponse response = TimeLimit.await(answer, limit, OutboundClient::hangUp);
            PushResult result = PushResult.of(response.statusCode());
            OutboundClient.hangUp(response);
            if (result == PushResult.REFUSED) {
                LOG.warnf("the push service %s refuses a message: status %d", service, response.statusCode());
            }
            return result;
        } catch (ExecutionException | TimeLimit.Exceeded e) {
            if (e.getCause() instanceof PrivateAddressException) {
                LOG.warnf("a device names a push service with a private address: %s", service);
                return PushResult.GONE;
            }
            if (pauses.begin(service)) {
                LOG.warnf("the push service %s does not answer: %s", service, e.getMessage());
            }
            return PushResult.LATER;
        }
    }

    private Future<HttpClientResponse> request(
            WebPush push, Subscription device, OutboundUrl endpoint, String topic, byte[] payload) {
        byte[] body = push.getBody(payload, device.key(), device.secret());
        Map<String, String> headers = push.getHeaders(endpoint.toString(), KEPT_S, topic, WebPush.Urgency.Normal);
        return http.post(endpoint, headers, body);
    }

    private byte[] payload(PushMessage message) {
        try {
            return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
