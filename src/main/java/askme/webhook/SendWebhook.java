package askme.webhook;

import askme.jobs.Handler;
import askme.jobs.Job;
import askme.jobs.JobHandler;
import askme.jobs.Queues;
import askme.outbound.OutboundClient;
import askme.resilience.CircuitBreaker;
import askme.web.security.Encryption;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes one attempt of a delivery. A receiver that does not answer is not called for a while, so that it takes the threads of no
 * other receiver.
 */
@ApplicationScoped
@JobHandler(name = "send-webhook", queue = Queues.WEBHOOK)
class SendWebhook implements Handler<WebhookDue> {

    private final Deliveries deliveries;
    private final WebhookPosts posts;
    private final WebhookConfig config;
    private final Encryption encryption;
    private final Clock clock;
    private final OutboundClient http;
    private final WebhookSender sender;
    private final Map<Long, CircuitBreaker> silent = new ConcurrentHashMap<>();

    SendWebhook(
            Deliveries deliveries,
            WebhookPosts posts,
            WebhookConfig config,
            Encryption encryption,
            Vertx vertx,
            ObjectMapper json,
            Clock clock) {
        this.deliveries = deliveries;
        this.posts = posts;
        this.config = config;
        this.encryption = encryption;
        this.clock = clock;
        http = new OutboundClient(vertx, "webhook-lookups", config.timeout(), config.privateAddresses());
        sender = new WebhookSender(http, json, config.timeout(), config.privateAddresses(), clock);
    }

    @PreDestroy
    void close() {
        http.close();
    }

    @Override
    public Class<WebhookDue> event() {
        return WebhookDue.class;
    }

    @Override
    public void handle(WebhookDue event, Job job) throws SQLException {
        Optional<Deliveries.Due> found = deliveries.due(event);
        if (found.isEmpty()) {
            return;
        }
        Deliveries.Due delivery = found.get();
        boolean test = delivery.kind() == WebhookKind.TEST;
        Optional<WebhookPayload.Data> data = posts.find(delivery.kind(), delivery.subject());
        if (!delivery.active() && !test) {
            deliveries.end(delivery, Deliveries.DEAD, SendError.OFF);
        } else if (data.isEmpty()) {
            deliveries.end(delivery, Deliveries.GONE, null);
        } else if (!test && breaker(delivery).isOpen()) {
            deliveries.postpone(delivery, config.pause());
        } else {
            deliveries.settle(delivery, attempt(delivery, data.get()));
        }
    }

    private SendResult attempt(Deliveries.Due delivery, WebhookPayload.Data data) {
        Optional<String> secret = encryption.decrypt(Endpoints.PURPOSE, delivery.secret());
        if (secret.isEmpty()) {
            return new SendResult(0, SendError.SECRET, 0);
        }
        WebhookPayload payload =
                new WebhookPayload(delivery.kind().type(), delivery.happenedAt().toString(), data);
        SendResult result = sender.send(delivery.url(), new WebhookSecret(secret.get()), delivery.messageId(), payload);
        if (result.error() == SendError.TIMEOUT || result.error() == SendError.UNREACHABLE) {
            breaker(delivery).open();
        }
        return result;
    }

    private CircuitBreaker breaker(Deliveries.Due delivery) {
        return silent.computeIfAbsent(delivery.endpoint(), id -> new CircuitBreaker(config.pause(), clock));
    }
}
