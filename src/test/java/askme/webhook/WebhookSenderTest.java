package askme.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.outbound.OutboundClient;
import askme.support.ReceiverFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages arrive signed, and a receiver can neither stop a worker nor lead it elsewhere. */
class WebhookSenderTest {

    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final WebhookSecret SECRET = WebhookSecret.random(new SecureRandom());
    private static final WebhookPayload PAYLOAD = new WebhookPayload(
            "question.asked",
            "2026-01-02T03:04:05Z",
            new WebhookPayload.Data(
                    7,
                    "https://ask.example.org/question/7/",
                    7L,
                    null,
                    "Как дела? 🦊",
                    List.of("java"),
                    "Text",
                    null,
                    new WebhookPayload.Author(1, "ann", "https://ask.example.org/member/ann/")));
    private static Vertx vertx;

    private final ReceiverFixture receiver = new ReceiverFixture();
    private OutboundClient http;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close();
    }

    @AfterEach
    void close() {
        http.close();
        receiver.close();
    }

    private SendResult send(String url, boolean privateAddresses, OutboundClient.Lookup lookup) {
        http = new OutboundClient(vertx, "test", LIMIT, privateAddresses, lookup);
        WebhookSender sender = new WebhookSender(http, new ObjectMapper(), LIMIT, privateAddresses, Clock.systemUTC());
        return sender.send(url, SECRET, "msg_1", PAYLOAD);
    }

    private SendResult send(String url) {
        return send(url, true, InetAddress::getAllByName);
    }

    @Test
    void libraryOfTheSpecificationVerifiesTheSignature() throws Exception {
        assertThat(send(receiver.endpoint("a")).isTaken()).isTrue();
        ReceiverFixture.Received received = receiver.received.get(0);
        String body = new String(received.body(), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(received.header("webhook-id")),
                        "webhook-timestamp", List.of(received.header("webhook-timestamp")),
                        "webhook-signature", List.of(received.header("webhook-signature"))),
                (name, value) -> true);
        new Webhook(SECRET.text()).verify(body, headers);
        assertThatThrownBy(() -> new Webhook(SECRET.text()).verify(body + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(received.header("webhook-id")).isEqualTo("msg_1");
        assertThat(new ObjectMapper().readTree(body).at("/data/title").asText()).isEqualTo("Как дела? 🦊");
        assertThat(body).doesNotContain("answerId", "null", "whsec_");
    }

    @Test
    void redirectIsNotFollowed() {
        receiver.answering(302);
        SendResult result = send(receiver.endpoint("a"));
        assertThat(result.status()).isEqualTo(302);
        assertThat(result.isTaken()).isFalse();
        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void silentReceiverCostsOneTimeLimit() {
        receiver.answering(ReceiverFixture.SILENT);
        assertThat(send(receiver.endpoint("a")).error()).isIn(SendError.TIMEOUT, SendError.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "169.254.169.254", "[::ffff:10.0.0.1]"})
    void privateAddressGetsNoConnection(String host) {
        String port = receiver.endpoint("a").replaceAll(".*:|/.*", "");
        SendResult result = send("https://" + host + ":" + port + "/", false, InetAddress::getAllByName);
        assertThat(result.error()).isEqualTo(SendError.PRIVATE);
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void plainHttpNeedsTheConfiguration() {
        assertThat(send("http://example.org/", false, InetAddress::getAllByName).error())
                .isEqualTo(SendError.PRIVATE);
    }

    /** The name exists nowhere and its second lookup fails, so the message arrives only if the connection uses the first. */
    @Test
    void connectionUsesTheAddressThatWasChecked() {
        AtomicInteger lookups = new AtomicInteger();
        OutboundClient.Lookup rebinding = host -> lookups.getAndIncrement() == 0
                ? new InetAddress[] {InetAddress.getByName("127.0.0.1")}
                : InetAddress.getAllByName("rebound.invalid");
        String url = receiver.endpoint("a").replace("127.0.0.1", "rebinding.invalid");
        assertThat(send(url, true, rebinding).isTaken()).isTrue();
        assertThat(lookups).hasValue(1);
        assertThat(receiver.received.get(0).header("Host")).startsWith("rebinding.invalid:");
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsRefused() {
        OutboundClient.Lookup mixed =
                host -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1")};
        assertThat(send("https://mixed.invalid/", false, mixed).error()).isEqualTo(SendError.PRIVATE);
    }
}
