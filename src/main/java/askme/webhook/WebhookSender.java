package askme.webhook;

import askme.outbound.OutboundClient;
import askme.outbound.OutboundUrl;
import askme.outbound.PrivateAddressException;
import askme.resilience.TimeLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Sends one signed message to one receiver. Only the status of the answer is read. */
final class WebhookSender {

    private final OutboundClient http;
    private final ObjectMapper json;
    private final Duration limit;
    private final boolean privateAddresses;
    private final Clock clock;

    WebhookSender(OutboundClient http, ObjectMapper json, Duration limit, boolean privateAddresses, Clock clock) {
        this.http = http;
        this.json = json;
        this.limit = limit;
        this.privateAddresses = privateAddresses;
        this.clock = clock;
    }

    SendResult send(String url, WebhookSecret secret, String messageId, WebhookPayload payload) {
        Optional<OutboundUrl> address = OutboundUrl.of(url, privateAddresses);
        if (address.isEmpty()) { // the configuration allowed it once
            return new SendResult(0, SendError.PRIVATE, 0);
        }
        byte[] body = bytes(payload);
        long second = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "AskMe-Webhooks",
                "webhook-id",
                messageId,
                "webhook-timestamp",
                Long.toString(second),
                "webhook-signature",
                secret.sign(messageId, second, body));
        long begin = System.nanoTime();
        int status = 0;
        SendError error = null;
        try {
            HttpClientResponse response =
                    TimeLimit.await(http.post(address.get(), headers, body), limit, OutboundClient::hangUp);
            status = response.statusCode();
            OutboundClient.hangUp(response);
        } catch (TimeLimit.Exceeded e) {
            error = SendError.TIMEOUT;
        } catch (ExecutionException e) {
            error = e.getCause() instanceof PrivateAddressException ? SendError.PRIVATE : SendError.UNREACHABLE;
        }
        return new SendResult(
                status, error, (int) Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private byte[] bytes(WebhookPayload payload) {
        try {
            return json.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
