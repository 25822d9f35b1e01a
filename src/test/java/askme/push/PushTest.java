package askme.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.jobs.Job;
import askme.jobs.Queues;
import askme.support.Notified;
import askme.support.ReceiverFixture;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device receives each notification of its member once, until it is removed, or its session ends. */
@QuarkusTest
class PushTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "/push/subscriptions/";

    private final ReceiverFixture service = new ReceiverFixture();
    private final BrowserKeys browser = new BrowserKeys();

    @Inject
    TestDatabase database;

    @Inject
    Notified notified;

    @Inject
    SendPush sendPush;

    @Inject
    PushConfig config;

    @Inject
    Session hibernate;

    @Inject
    Clock clock;

    private Visitor asker;
    private Visitor answerer;
    private long question;

    @BeforeEach
    void ask() {
        asker = Visitor.member("ann");
        answerer = Visitor.member("bob");
        question = asker.ask("What is pushed?", "Tell me", "");
    }

    @AfterEach
    void close() {
        service.close();
    }

    private int add(Visitor member, String device) {
        return member.json("POST", PAGE, browser.json(service.endpoint(device)), member.csrfToken())
                .status();
    }

    private long member() {
        return database.of("SELECT id FROM member WHERE nickname = ?", asker.nickname());
    }

    private void send(long notification, int attempt) {
        Job job = new Job("job", "send-push", Queues.DIGEST, 1, attempt, Instant.now());
        sendPush.handle(new PushNotification(notification, member()), job);
    }

    private List<ReceiverFixture.Received> awaited(String device, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> service.at(device).size() >= count);
        return service.at(device);
    }

    private PushMessage read(ReceiverFixture.Received received) {
        try {
            return JSON.readValue(browser.decrypt(received.body()), PushMessage.class);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deviceReceivesEachStateOfANotificationOnce() {
        add(asker, "a");
        add(asker, "b");
        long id = notified.ofAnswer(asker, answerer, question);
        PushMessage first = read(awaited("a", 1).get(0));
        assertThat(first.title()).isEqualTo("1 new answer");
        assertThat(first.body()).isEqualTo("What is pushed?");
        assertThat(first.url()).isEqualTo("/notifications/" + id + "/");
        assertThat(first.tag()).isEqualTo("n" + id);
        awaited("b", 1);
        await().until(() -> database.of("SELECT COUNT(*) FROM push_delivery WHERE notification_id = ?", id) == 2);
        send(id, 1);
        assertThat(service.received).hasSize(2);
        notified.again(asker, id);
        PushMessage second = read(awaited("a", 2).get(1));
        assertThat(second.title()).isEqualTo("2 new answers");
        assertThat(second.tag()).isEqualTo(first.tag());
        assertThat(second.at()).isGreaterThan(first.at());
        notified.read(asker);
        awaited("b", 2);
        send(id, 1);
        assertThat(service.received).hasSize(4);
    }

    @Test
    void textIsInTheLanguageOfTheMember() {
        asker = Visitor.guest().speaking("ru").signUp(Visitor.unique("anna"));
        question = asker.ask("Что здесь?", "Скажите", "");
        add(asker, "a");
        notified.ofAnswer(asker, answerer, question);
        assertThat(read(awaited("a", 1).get(0)).title()).isEqualTo("1 новый ответ");
    }

    @Test
    void repeatedJobSendsOnlyToTheDeviceThatFailed() {
        add(asker, "a");
        add(asker, "b");
        service.answering(503, 503, 503, 503);
        long id = notified.ofAnswer(asker, answerer, question);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.of("SELECT COUNT(*) FROM push_delivery WHERE notification_id = ?", id) == 2);
        assertThat(service.received).hasSize(6);
    }

    @Test
    void deviceThatIsGoneIsRemoved() {
        add(asker, "a");
        service.answering(410);
        notified.ofAnswer(asker, answerer, question);
        awaited("a", 1);
        await().until(() -> database.of("SELECT COUNT(*) FROM push_subscription WHERE member_id = ?", member()) == 0);
    }

    @Test
    void lastAttemptMakesNoDeadJob() {
        add(asker, "a");
        service.answering(503);
        long id = notified.ofAnswer(asker, answerer, question);
        awaited("a", 1);
        service.answering(503, 503);
        database.change("UPDATE notification SET happened_at = NOW(6) WHERE id = ?", id);
        assertThatThrownBy(() -> send(id, 1)).isInstanceOf(IllegalStateException.class);
        send(id, 8);
    }

    @Test
    void endOfTheSessionEndsItsDevice() {
        add(asker, "a");
        asker.get("/");
        asker.submit("form[action$=/logout/]", Map.of());
        assertThat(database.of("SELECT COUNT(*) FROM push_subscription WHERE member_id = ?", member()))
                .isZero();
    }

    @Test
    void suspendedMemberReceivesNothing() {
        add(asker, "a");
        database.change("UPDATE member SET suspended = 1 WHERE id = ?", member());
        long id = notified.ofAnswer(asker, answerer, question);
        send(id, 1);
        assertThat(service.received).isEmpty();
    }

    @Test
    void devicesAreListedAndRemoved() {
        assertThat(add(asker, "a")).isEqualTo(204);
        assertThat(add(asker, "a")).isEqualTo(204);
        assertThat(add(asker, "b")).isEqualTo(204);
        assertThat(asker.get(PAGE).page().select("[data-hash]")).hasSize(2);
        String url = asker.last().page().select("[data-hash]").attr("data-remove-url");
        assertThat(answerer.json("DELETE", url, "", answerer.csrfToken()).status())
                .isEqualTo(204);
        assertThat(asker.get(PAGE).page().select("[data-hash]")).hasSize(2);
        asker.submit("[data-hash] form", Map.of());
        assertThat(asker.last().page().select("[data-hash]")).hasSize(1);
        assertThat(asker.last().page().text()).contains("The device was removed.");
        url = asker.last().page().select("[data-hash]").attr("data-remove-url");
        assertThat(asker.json("DELETE", url, "", asker.csrfToken()).status()).isEqualTo(204);
        assertThat(asker.get(PAGE).page().select("[data-hash]")).isEmpty();
    }

    /** A browser that another member used before belongs to the last one. */
    @Test
    void deviceBelongsToTheLastMember() {
        add(asker, "a");
        add(answerer, "a");
        assertThat(asker.get(PAGE).page().select("[data-hash]")).isEmpty();
        assertThat(answerer.get(PAGE).page().select("[data-hash]")).hasSize(1);
    }

    @Test
    void oldestDeviceIsReplaced() {
        for (int i = 0; i <= config.devices(); i++) {
            add(asker, "device-" + i);
        }
        assertThat(database.of("SELECT COUNT(*) FROM push_subscription WHERE member_id = ?", member()))
                .isEqualTo(config.devices());
        assertThat(database.of(
                        "SELECT COUNT(*) FROM push_subscription WHERE endpoint = ?", service.endpoint("device-0")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"endpoint\":\"https://push.example.org/a\"}",
                "{\"endpoint\":null,\"keys\":{\"p256dh\":null,\"auth\":null}}",
                "{\"endpoint\":\"https://push.example.org/a\",\"keys\":{\"p256dh\":\"BAAA\",\"auth\":\"AAAA\"}}",
                "{\"endpoint\":\"https://push.example.org/a\",\"keys\":{\"p256dh\":\"!\",\"auth\":\"?\"}}",
                "{\"endpoint\":\"file:///etc/passwd\",\"keys\":{\"p256dh\":\"KEY\",\"auth\":\"SECRET\"}}",
                "{\"endpoint\":\"https://u:p@push.example.org/\",\"keys\":{\"p256dh\":\"KEY\",\"auth\":\"SECRET\"}}"
            })
    void unusableDeviceIsRefused(String body) {
        String sent = body.replace("KEY", BrowserKeys.base64(browser.point()))
                .replace("SECRET", BrowserKeys.base64(browser.secret));
        assertThat(asker.json("POST", PAGE, sent, asker.csrfToken()).status()).isEqualTo(422);
    }

    @Test
    void guestHasNoDevices() {
        Visitor guest = Visitor.guest();
        assertThat(guest.json("POST", PAGE, browser.json(service.endpoint("a")), "")
                        .status())
                .isIn(401, 403);
        assertThat(guest.getOnce(PAGE).status()).isIn(303, 401);
    }

    @Test
    void processesThatStartTogetherMakeOnePairOfKeys() {
        database.change("DELETE FROM push_key");
        Set<String> keys = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> new VapidKeyPair(config, hibernate, clock).publicKey())
                .collect(Collectors.toSet());
        assertThat(keys).hasSize(1);
        assertThat(database.of("SELECT COUNT(*) FROM push_key")).isEqualTo(1);
    }
}
