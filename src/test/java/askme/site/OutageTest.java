package askme.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import askme.support.Inbox;
import askme.support.Outage;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If a part of the site is down, an answer is still posted. Its mail and publication follow when the part is back. */
@QuarkusTest
@Tag("program")
class OutageTest {

    private static final Duration MADE_UP_FOR = Duration.ofSeconds(90);

    @ConfigProperty(name = "askme.centrifugo.api-url")
    String hub;

    @ConfigProperty(name = "askme.centrifugo.api-key")
    String hubKey;

    private Visitor ann;
    private Visitor bob;
    private long question;

    @BeforeEach
    void ask() {
        ann = Visitor.member("outAnn");
        bob = Visitor.member("outBob");
        question = ann.ask("What if it breaks?", "Then it is mended", "outage");
    }

    @ParameterizedTest
    @ValueSource(strings = {Outage.REDIS, Outage.MAIL, Outage.REALTIME})
    void mailAndPublicationFollowAfterTheOutage(String part) {
        long answer;
        try (Outage outage = Outage.of(part)) {
            answer = bob.answer(question, "Posted without " + part);
            Visitor.Reply page = Visitor.guest().get("/question/" + question + "/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("#answer-" + answer)).hasSize(1);
            assertAway(part);
        }
        await().atMost(MADE_UP_FOR).untilAsserted(() -> {
            assertThat(Inbox.of(ann.email())).hasSize(1);
            assertThat(history()).contains("answer-" + answer);
        });
        assertThat(Inbox.of(ann.email()).get(0).text()).contains("Posted without " + part);
    }

    @Test
    void killedRedisLosesNoMail() {
        bob.answer(question, "Before");
        try (Outage outage = Outage.kill(Outage.REDIS)) {
            bob.answer(question, "During");
        }
        bob.answer(question, "After");
        await().atMost(MADE_UP_FOR)
                .untilAsserted(() -> assertThat(Inbox.of(ann.email())).hasSize(3));
    }

    @Test
    void pagesWorkWithoutRedisHubAndMailServer() {
        try (Outage redis = Outage.of(Outage.REDIS);
                Outage mail = Outage.of(Outage.MAIL);
                Outage realtime = Outage.of(Outage.REALTIME)) {
            bob.answer(question, "Posted without anything");
            for (String path : new String[] {"/", "/hot/", "/tags/", "/members/", "/question/" + question + "/"}) {
                assertThat(Visitor.guest().get(path).status()).as(path).isEqualTo(200);
            }
        }
        await().atMost(MADE_UP_FOR)
                .untilAsserted(() -> assertThat(Inbox.of(ann.email())).hasSize(1));
    }

    /** Checks that the part is really down. */
    private void assertAway(String part) {
        if (part.equals(Outage.REALTIME)) {
            assertThatThrownBy(this::history).isInstanceOf(IOException.class);
        } else {
            assertThat(Inbox.of(ann.email())).isEmpty();
        }
    }

    /** The publications that the hub keeps for the question's channel. */
    private String history() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub + "/history"))
                .header("X-API-Key", hubKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"channel\":\"question:%d\",\"limit\":100}".formatted(question)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
