package askme.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.ReceiverFixture;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators choose receivers, and these get the events of the site. */
@QuarkusTest
class WebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "/admin/webhooks/";

    private final ReceiverFixture receiver = new ReceiverFixture();

    @Inject
    TestDatabase database;

    @Inject
    Endpoints endpoints;

    @Inject
    Deliveries deliveries;

    private Visitor chief;
    private long endpoint;

    @BeforeEach
    void signIn() throws SQLException {
        String nickname = Visitor.member("hookChief").nickname();
        database.change("UPDATE member SET admin = 1 WHERE nickname = ?", nickname);
        chief = Visitor.guest().signIn(nickname);
    }

    @AfterEach
    void close() throws SQLException {
        endpoints.remove(endpoint);
        receiver.close();
        database.change("UPDATE member SET admin = 0 WHERE nickname = ?", chief.nickname());
    }

    private void add() {
        endpoint = endpoints.add(receiver.endpoint("a"), WebhookKind.CHOICES).id();
    }

    private List<JsonNode> received(String type) {
        return receiver.received.stream()
                .map(message -> {
                    try {
                        return JSON.readTree(message.body());
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(new String(message.body(), StandardCharsets.UTF_8), e);
                    }
                })
                .filter(payload -> payload.get("type").asText().equals(type))
                .toList();
    }

    private JsonNode only(String type) {
        await().until(() -> received(type).size() == 1);
        return received(type).get(0).get("data");
    }

    private Stream<Inbox.Mail> switchedOff() {
        return Inbox.all().stream()
                .filter(mail ->
                        mail.subject().contains("switched off") && mail.text().contains(page()));
    }

    private String page() {
        return LIST + endpoint + "/";
    }

    @Test
    void formMakesAReceiverWhoseSecretIsShownOnce() {
        chief.get(LIST);
        assertThat(chief.post(LIST, Map.of("csrf-token", chief.csrfToken(), "url", "ftp://x", "kinds", "nothing"))
                        .page()
                        .select(".invalid-feedback")
                        .text())
                .contains("https://", "at least one event");
        String url = receiver.endpoint("form");
        Visitor.Reply made = chief.post(LIST, Map.of("csrf-token", chief.csrfToken(), "url", url, "kinds", "member"));
        assertThat(made.status()).isEqualTo(201);
        String secret = made.page().select("#secret").attr("value");
        assertThat(secret).startsWith("whsec_");
        Visitor.Reply list = chief.get(LIST);
        assertThat(list.body()).contains(url).doesNotContain(secret);
        endpoint = endpoints.list().stream()
                .filter(one -> one.url().equals(url))
                .findFirst()
                .orElseThrow()
                .id();

        chief.get(page());
        chief.submit("form[action$=/test]", Map.of());
        await().until(() -> received("test").size() == 1);
        await().until(() ->
                !chief.get(page()).page().select("[data-state=delivered]").isEmpty());
        assertThat(chief.last().page().select("[data-delivery]").text()).contains("Test", "201");
        chief.submit("form[action$=/again]", Map.of());
        await().until(() -> received("test").size() == 2);
        assertThat(receiver.received.get(0).header("webhook-id"))
                .isEqualTo(receiver.received.get(1).header("webhook-id"));

        chief.submit("form[action$=/remove]", Map.of());
        assertThat(chief.get(page()).status()).isEqualTo(404);
        assertThat(Visitor.member("hookGuest").get(LIST).status()).isEqualTo(404);
    }

    @Test
    void eventsReachTheReceiver() {
        add();
        Visitor ann = Visitor.member("hookAnn");
        long question = ann.ask("How does a webhook work?", "The text of a question.", "hooks");
        long answer = Visitor.member("hookBob").answer(question, "The text of an answer, long enough.");
        assertThat(StreamSupport.stream(only("question.asked").get("tags").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactly("hooks");
        assertThat(only("question.asked").get("text").asText()).isEqualTo("The text of a question.");
        JsonNode answered = only("answer.posted");
        assertThat(answered.get("id").asLong()).isEqualTo(answer);
        assertThat(answered.get("questionId").asLong()).isEqualTo(question);
        assertThat(answered.get("url").asText()).endsWith("/answer/" + answer + "/");
        assertThat(answered.at("/author/nickname").asText()).startsWith("hookBob");
        await().until(() -> received("member.joined").size() == 2);

        ann.get("/question/" + question + "/");
        ann.post(
                "/answer/" + answer + "/comments",
                Map.of("csrf-token", ann.csrfToken(), "text", "A comment that is long enough"));
        assertThat(only("comment.posted").get("answerId").asLong()).isEqualTo(answer);
        ann.post("/answer/" + answer + "/accept", Map.of("csrf-token", ann.csrfToken(), "accepted", "true"));
        assertThat(only("answer.accepted").get("id").asLong()).isEqualTo(answer);
        chief.get("/question/" + question + "/close/");
        chief.post("/question/" + question + "/close", Map.of("csrf-token", chief.csrfToken(), "reason", "unclear"));
        assertThat(only("question.closed").get("reason").asText()).isEqualTo("unclear");
    }

    @Test
    void postThatIsNotVisibleIsNotSent() {
        Visitor eve = Visitor.member("hookEve");
        long question = eve.ask("Is a deleted question sent?", "It should not be sent.", "hooks");
        eve.post("/question/" + question + "/delete", Map.of("csrf-token", eve.csrfToken()));
        add();
        deliveries.add("msg_gone", WebhookKind.QUESTION, question, Instant.now());
        await().until(() -> deliveries.last(endpoint, false).stream()
                .anyMatch(one -> one.state().equals("gone")));
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void failedDeliveryIsTriedAgainAndAReceiverThatFailsForDaysIsSwitchedOff() throws SQLException {
        long member = database.of("SELECT id FROM member WHERE nickname = ?", chief.nickname());
        receiver.answering(500, 500);
        add();
        deliveries.add("msg_fails", WebhookKind.MEMBER, member, Instant.now());
        await().until(() -> deliveries.last(endpoint, false).get(0).attempts() == 1);
        DeliveryLine failed = deliveries.last(endpoint, false).get(0);
        assertThat(failed.state()).isEqualTo("waiting");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.dueAt()).isAfter(failed.triedAt());
        assertThat(deliveries.again(endpoint, failed.id())).isFalse();

        database.change("UPDATE webhook_endpoint SET failing_since = NOW(6) - INTERVAL 4 DAY WHERE id = " + endpoint);
        deliveries.add("msg_last", WebhookKind.MEMBER, member, Instant.now());
        await().until(() -> !endpoints.find(endpoint).orElseThrow().active());
        // The other tests leave more administrators than get a mail.
        await().until(() -> switchedOff().findAny().isPresent());
        assertThat(switchedOff()).allSatisfy(mail -> assertThat(
                        database.of("SELECT COUNT(*) FROM member WHERE admin = 1 AND email = ?", mail.to()))
                .isEqualTo(1));
        assertThat(chief.get(page()).page().select("[role=alert]").text()).contains("switched this receiver off");
    }

    @Test
    void receiverThatIsGoneIsSwitchedOffAtOnce() throws SQLException {
        receiver.answering(410);
        add();
        deliveries.add(
                "msg_410",
                WebhookKind.MEMBER,
                database.of("SELECT id FROM member WHERE nickname = ?", chief.nickname()),
                Instant.now());
        await().until(() -> !endpoints.find(endpoint).orElseThrow().active());
        assertThat(deliveries.last(endpoint, true)).hasSize(1);
    }
}
