package askme.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import askme.answer.AnswerForm;
import askme.answer.Answers;
import askme.member.Member;
import askme.support.Browsers;
import askme.support.TestDatabase;
import askme.support.Visitor;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures the time from the commit of an answer to the DOM of another browser, while {@code CONNECTIONS} connections listen
 * to the same question. {@code bench/live} runs it. All parts use the clock of this machine. The stages:
 *
 * <ol>
 *   <li>worker: commit → outbox → Redis → the worker reads the answer's state (the publication's {@code asOf}),
 *   <li>hub: → rendered, published, received by the first of the other connections,
 *   <li>fan-out: → received by the last of them,
 *   <li>page: commit → in the DOM of the browser.
 * </ol>
 */
@QuarkusTest
@Tag("bench")
class LiveBench {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 1000);
    /** The number of questions to which the connections listen. One of them is answered. */
    private static final int QUESTIONS = Integer.getInteger("bench.questions", 1);

    private static final int LISTENERS = (CONNECTIONS + QUESTIONS - 1) / QUESTIONS;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 200);
    private static final int WARM_UP = 50;

    @RegisterExtension
    Browsers browsers = new Browsers();

    @Inject
    TestDatabase testDatabase;

    @Inject
    Answers answers;

    @Inject
    RealtimeConfig config;

    @Inject
    ConnectionTokens tokens;

    /** The times of the stages of one answer, in microseconds since 1970. */
    private static final class Times {
        volatile long committed;
        volatile long read;
        volatile long first;
        volatile long last;
        final AtomicInteger reached = new AtomicInteger();
    }

    private final Map<Long, Times> times = new ConcurrentHashMap<>();

    @Test
    void measureFromCommitToDom() {
        LiveScenario scenario = LiveScenario.with(0, browsers, testDatabase);
        Member author = author(scenario);
        Vertx vertx = Vertx.vertx();
        List<WebSocket> others = listen(vertx, scenario.question);
        Page page = scenario.read(Visitor.guest(), "");
        page.evaluate("() => { window.seen = {}; new MutationObserver(changes => { for (const change of changes)"
                + " for (const node of change.addedNodes) if (node.dataset?.answerId)"
                + " window.seen[node.dataset.answerId] = (performance.timeOrigin + performance.now()) * 1000; })"
                + ".observe(document.getElementById('answers'), { childList: true }); }");
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            round(scenario, author, i);
        }
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.seen");
        report(seen);
        others.forEach(WebSocket::close);
        vertx.close();
    }

    private Member author(LiveScenario scenario) {
        Member author = new Member();
        author.id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", scenario.answerer.nickname());
        author.nickname = scenario.answerer.nickname();
        return author;
    }

    private void round(LiveScenario scenario, Member author, int i) {
        long id = answers.post(scenario.question, new AnswerForm("Answer **" + i + "** of many", "", ""), author.ref())
                .post()
                .id;
        Times one = times.computeIfAbsent(id, k -> new Times());
        one.committed = micros();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> one.reached.get() >= LISTENERS);
        if (i % 25 == 0) {
            // Keeps the list of answers short, as it is on most questions.
            testDatabase.change("DELETE FROM answer WHERE question_id = ?", scenario.question);
            testDatabase.change("UPDATE question SET answer_count = 0 WHERE id = ?", scenario.question);
        }
    }

    private List<WebSocket> listen(Vertx vertx, long question) {
        var client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(CONNECTIONS)
                .setMaxMessageSize(1 << 20)
                .setMaxFrameSize(1 << 20));
        URI url = config.url();
        var connect = new WebSocketConnectOptions()
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setURI(url.getPath());
        List<WebSocket> sockets = new ArrayList<>();
        AtomicInteger subscribed = new AtomicInteger();
        for (int i = 0; i < CONNECTIONS; i++) {
            WebSocket socket = client.connect(connect)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            socket.textMessageHandler(frame -> {
                if (frame.equals("{}")) {
                    socket.writeTextMessage("{}");
                } else if (frame.startsWith("{\"push\"")) {
                    arrived(frame);
                } else if (frame.contains("\"subscribe\":{")) {
                    subscribed.incrementAndGet();
                }
            });
            // Any number is a channel, so these questions need not exist.
            socket.writeTextMessage(hello(question + (i % QUESTIONS) * 1_000_000L));
            sockets.add(socket);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> subscribed.get() == CONNECTIONS);
        return sockets;
    }

    private String hello(long question) {
        return "{\"id\":1,\"connect\":{\"token\":\"" + tokens.of(0) + "\"}}\n{\"id\":2,\"subscribe\":{\"channel\":\""
                + Channels.ofQuestion(question, false) + "\"}}";
    }

    private void arrived(String frame) {
        long now = micros();
        // Parsing a thousand copies would slow the bench down. The id is at the same place in each copy.
        int at = frame.indexOf("\"id\":");
        long id = Long.parseLong(frame.substring(at + 5, frame.indexOf(',', at)));
        Times one = times.computeIfAbsent(id, k -> new Times());
        int reached = one.reached.incrementAndGet();
        if (reached == 1) {
            one.first = now;
            one.read = new JsonObject(frame)
                    .getJsonObject("push")
                    .getJsonObject("pub")
                    .getJsonObject("data")
                    .getLong("asOf");
        }
        if (reached == LISTENERS) {
            one.last = now;
        }
    }

    private void report(Map<?, ?> seen) {
        List<Map.Entry<Long, Times>> measured = times.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .skip(WARM_UP)
                .toList();
        assertThat(measured).hasSize(ROUNDS);
        System.err.printf(
                "live: %d connections, %d of them to this question, %d answers; milliseconds after the commit%n",
                CONNECTIONS, LISTENERS, ROUNDS);
        print("worker reads", measured.stream().mapToLong(e -> e.getValue().read - e.getValue().committed));
        print("first socket", measured.stream().mapToLong(e -> e.getValue().first - e.getValue().committed));
        print("last socket", measured.stream().mapToLong(e -> e.getValue().last - e.getValue().committed));
        print(
                "browser's DOM",
                measured.stream()
                        .filter(e -> seen.containsKey(e.getKey().toString()))
                        .mapToLong(
                                e -> ((Number) seen.get(e.getKey().toString())).longValue() - e.getValue().committed));
    }

    private static void print(String stage, java.util.stream.LongStream micros) {
        long[] sorted = micros.sorted().toArray();
        System.err.printf(
                "live: %-14s median %6.1f  p90 %6.1f  p99 %6.1f  max %6.1f  (n=%d)%n",
                stage,
                sorted[sorted.length / 2] / 1000.0,
                sorted[sorted.length * 9 / 10] / 1000.0,
                sorted[sorted.length * 99 / 100] / 1000.0,
                Arrays.stream(sorted).max().orElse(0) / 1000.0,
                sorted.length);
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
