package askme.push;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ReceiverFixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages arrive encrypted and signed, and a push service can neither stop a worker nor lead it elsewhere. */
class PushClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PushMessage MESSAGE =
            new PushMessage("2 new answers", "Как дела? 🦊", "/answer/7/", "n7", 5, "/icon-512.png");
    private static Vertx vertx;

    private final BrowserKeys browser = new BrowserKeys();
    private final ReceiverFixture service = new ReceiverFixture();
    private PushClient client;

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
        client.close();
        service.close();
    }

    private Subscription device(long id, String endpoint) {
        return new Subscription(id, endpoint, browser.point(), browser.secret, Locale.ENGLISH);
    }

    private PushResult send(String endpoint) {
        Subscription device = device(1, endpoint);
        return client.send(List.of(device), MESSAGE).get(device);
    }

    private void connect(boolean privateServices) {
        PushConfig config = new PushSettings(privateServices);
        client = new PushClient(
                vertx,
                config,
                new PushSettings.Site(),
                new VapidKeyPair(config, null, Clock.systemUTC()),
                JSON,
                new ServicePauses(config, Clock.systemUTC()));
    }

    @Test
    void messageIsEncryptedForTheBrowser() throws Exception {
        connect(true);
        assertThat(send(service.endpoint("a"))).isEqualTo(PushResult.SENT);
        ReceiverFixture.Received received = service.received.get(0);
        assertThat(received.path()).isEqualTo("/push/a");
        assertThat(received.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(received.header("TTL")).isEqualTo("86400");
        assertThat(received.header("Topic")).isEqualTo("n7");
        assertThat(received.header("Urgency")).isEqualTo("normal");
        assertThat(received.body().length).isLessThanOrEqualTo(4096);
        assertThat(new String(received.body(), StandardCharsets.UTF_8)).doesNotContain("answers");
        assertThat(JSON.readValue(browser.decrypt(received.body()), PushMessage.class))
                .isEqualTo(MESSAGE);
    }

    @Test
    void siteSignsForThePushService() throws Exception {
        connect(true);
        send(service.endpoint("a"));
        String header = service.received.get(0).header("Authorization");
        assertThat(header).startsWith("vapid t=").contains("k=" + PushSettings.PUBLIC);
        String token = header.replaceAll("vapid t=|, ?k=.*", "");
        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(browser.publicKey(Base64.getUrlDecoder().decode(PushSettings.PUBLIC)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(service.endpoint("a")).isEqualTo(claims.get("aud").asText() + "/push/a");
        assertThat(claims.get("sub").asText()).isEqualTo("https://ask.example.org");
        assertThat(Instant.ofEpochSecond(claims.get("exp").asLong()))
                .isAfter(Instant.now())
                .isBefore(Instant.now().plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "200,SENT",
        "201,SENT",
        "404,GONE",
        "410,GONE",
        "400,REFUSED",
        "403,REFUSED",
        "413,REFUSED",
        "302,REFUSED",
        "429,LATER",
        "408,LATER",
        "500,LATER",
        "503,LATER"
    })
    void statusDecides(int status, PushResult result) {
        connect(true);
        service.answering(status);
        assertThat(send(service.endpoint("a"))).isEqualTo(result);
        assertThat(service.received).hasSize(1);
    }

    @Test
    void silentServiceCostsOneTimeLimitAndIsPaused() {
        connect(true);
        service.answering(ReceiverFixture.SILENT, ReceiverFixture.SILENT);
        long begin = System.nanoTime();
        Map<Subscription, PushResult> results =
                client.send(List.of(device(1, service.endpoint("a")), device(2, service.endpoint("b"))), MESSAGE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PushSettings.TIMEOUT.multipliedBy(3));
        assertThat(results.values()).containsOnly(PushResult.LATER);
        int before = service.received.size();
        assertThat(send(service.endpoint("c"))).isEqualTo(PushResult.LATER);
        assertThat(service.received).hasSize(before);
    }

    @Test
    void serviceThatIsDownIsTriedLater() {
        connect(true);
        String endpoint = service.endpoint("a");
        service.close();
        assertThat(send(endpoint)).isEqualTo(PushResult.LATER);
    }

    /** Also localhost, a name: the address that the connection uses is checked, not the name. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"})
    void privateAddressGetsNoConnection(String host) {
        connect(false);
        String port = service.endpoint("a").replaceAll(".*:|/.*", "");
        assertThat(send("https://" + host + ":" + port + "/push/a")).isEqualTo(PushResult.GONE);
        assertThat(send(service.endpoint("a"))).isEqualTo(PushResult.GONE);
        assertThat(service.received).isEmpty();
    }

    @Test
    void unusableKeysAreNoticed() {
        connect(true);
        assertThat(client.accepts(browser.point(), browser.secret)).isTrue();
        byte[] offCurve = browser.point();
        offCurve[40] ^= 1;
        assertThat(client.accepts(offCurve, browser.secret)).isFalse();
        assertThat(client.accepts(new byte[65], browser.secret)).isFalse();
    }
}
