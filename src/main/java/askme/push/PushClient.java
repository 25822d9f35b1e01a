package askme.push;

import askme.resilience.TimeLimit;
import askme.web.WebConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interaso.webpush.WebPush;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Sends messages to push services, to all devices of a member at once. A member chooses the address, so the connection is made to
 * the very address that was checked, redirects are not followed, no body is read, and no connection is kept.
 */
@ApplicationScoped
class PushClient {

    /** How long a push service keeps the message for a device that is not connected. */
    private static final int KEPT_S = 24 * 60 * 60;

    /** A name server that a member has chosen may be slow. */
    private static final int LOOKUPS_AT_A_TIME = 4;

    private static final int LARGEST_HEADER = 8192;
    /** Whom a push service may ask about the messages: the address of the site, which on a developer's machine is no https. */
    private static final String LOCAL_CONTACT = "mailto:webmaster@localhost";

    private static final Logger LOG = Logger.getLogger(PushClient.class);

    private final PushConfig config;
    private final WebConfig web;
    private final VapidKeyPair keys;
    private final ObjectMapper json;
    private final ServicePauses pauses;
    private final WorkerExecutor lookups;
    private final HttpClient http;

    PushClient(
            Vertx vertx, PushConfig config, WebConfig web, VapidKeyPair keys, ObjectMapper json, ServicePauses pauses) {
        this.config = config;
        this.web = web;
        this.keys = keys;
        this.json = json;
        this.pauses = pauses;
        lookups = vertx.createSharedWorkerExecutor("push-lookups", LOOKUPS_AT_A_TIME);
        int limitMs = (int) config.timeout().toMillis();
        http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setConnectTimeout(limitMs)
                .setMaxInitialLineLength(LARGEST_HEADER)
                .setMaxHeaderSize(LARGEST_HEADER));
    }

    @PreDestroy
    void close() {
        http.close();
        lookups.close();
    }

    /** Sends {@code message} to these devices, and returns the result for each. */
    Map<Subscription, PushResult> send(List<Subscription> devices, PushMessage message) {
        WebPush push = push();
        byte[] payload = payload(message);
        Map<Subscription, Future<HttpClientResponse>> answers = new LinkedHashMap<>();
        Map<Subscription, PushResult> results = new LinkedHashMap<>();
        for (Subscription device : devices) {
            Optional<PushEndpoint> endpoint = PushEndpoint.of(device.endpoint(), config.privateServices());
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
        String service = PushEndpoint.of(device.endpoint(), true).orElseThrow().service();
        try {
            HttpClientResponse response = TimeLimit.await(answer, limit, PushClient::hangUp);
            PushResult result = PushResult.of(response.statusCode());
            hangUp(response);
            if (result == PushResult.REFUSED) {
                LOG.warnf("the push service %s refuses a message: status %d", service, response.statusCode());
            }
            return result;
        } catch (ExecutionException | TimeLimit.Exceeded e) {
            if (e.getCause() instanceof PrivateService) {
                LOG.warn(e.getCause().getMessage());
                return PushResult.GONE;
            }
            if (pauses.begin(service)) {
                LOG.warnf("the push service %s does not answer: %s", service, e.getMessage());
            }
            return PushResult.LATER;
        }
    }

    private Future<HttpClientResponse> request(
            WebPush push, Subscription device, PushEndpoint endpoint, String topic, byte[] payload) {
        byte[] body = push.getBody(payload, device.key(), device.secret());
        Map<String, String> headers = push.getHeaders(endpoint.toString(), KEPT_S, topic, WebPush.Urgency.Normal);
        return lookups.executeBlocking(() -> checked(endpoint), false)
                .compose(address -> http.request(new RequestOptions()
                                .setServer(SocketAddress.inetSocketAddress(
                                        new InetSocketAddress(address, endpoint.port())))
                                .setHost(endpoint.host())
                                .setPort(endpoint.port())
                                .setSsl(endpoint.tls())
                                .setURI(endpoint.target())
                                .setMethod(HttpMethod.POST)
                                .setTimeout(config.timeout().toMillis()))
                        .compose(request -> {
                            headers.forEach(request::putHeader);
                            return request.send(Buffer.buffer(body));
                        }));
    }

    /** The address of the endpoint's host. All its addresses must be public. */
    private InetAddress checked(PushEndpoint endpoint) throws Exception {
        InetAddress[] found = InetAddress.getAllByName(endpoint.host());
        if (!config.privateServices()) {
            for (InetAddress address : found) {
                if (!PublicAddress.is(address)) {
                    throw new PrivateService(endpoint.host());
                }
            }
        }
        return found[0];
    }

    private static void hangUp(HttpClientResponse response) {
        response.request().connection().close();
    }

    private byte[] payload(PushMessage message) {
        try {
            return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The host of an endpoint has an address that is not of the internet. */
    private static final class PrivateService extends Exception {

        PrivateService(String host) {
            super("a device names a push service with a private address: " + host, null, false, false);
        }
    }
}
