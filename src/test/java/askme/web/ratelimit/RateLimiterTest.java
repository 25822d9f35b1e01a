package askme.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.resilience.Parts;
import askme.support.Outage;
import askme.support.RawRequest;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import askme.web.security.Signer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimiterTest.Tight.class)
@Tag("one-process") // a separate configuration
class RateLimiterTest {

    /** Two questions an hour; half an hour returns one permit. */
    public static final class Tight implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "askme.limits.enabled", "true",
                    "askme.limits.redis-pause", "1S",
                    "askme.limits.rates.request", PER_MINUTE + "/1m",
                    "askme.limits.rates.ask", "2/1h",
                    "askme.limits.rates.vote", "2/1h");
        }
    }

    private static final int AT_ONCE = 64;
    private static final int PER_MINUTE = 300;

    @Inject
    RateLimiter limiter;

    @Inject
    RateLimitConfig config;

    @Inject
    RedisBuckets redisBuckets;

    @Inject
    Signer signer;

    @Inject
    Parts parts;

    @Inject
    Clock clock;

    @Test
    void callAboveTheLimitIsRefusedWithRetryAfter() {
        Visitor ann = Visitor.member("ann");
        ann.ask("One question?", "Yes.", "");
        ann.ask("Another question?", "Yes.", "");
        Reply refused = ask(ann);
        // Two are allowed, and two more if the count moves from this process to Redis after another test's outage.
        for (int i = 0; i < 2 && refused.status() == 200; i++) {
            refused = ask(ann);
        }
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 1801);
        assertThat(refused.page().select("main").text()).contains("Too many requests");
        Visitor.member("bob").ask("Somebody else's question?", "Is not held back.", "");
    }

    @Test
    void failedSignInsOfAllProcessesCountTogether() {
        SharedBuckets one = new SharedBuckets(config, redisBuckets, signer, parts, clock);
        SharedBuckets other = new SharedBuckets(config, redisBuckets, signer, parts, clock);
        RateLimit two = new RateLimit(2, Duration.ofHours(1));
        String key = Visitor.unique("key");
        assertThat(one.take(key, two)).isZero();
        assertThat(other.take(key, two)).isZero();
        assertThat(one.take(key, two)).isPositive();
        other.giveBack(key, two);
        assertThat(other.take(key, two)).as("the attempt did not count").isZero();
        assertThat(other.take(key, two)).isPositive();
    }

    @Test
    void scriptReceivesAProblemObject() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("May I vote?", "Twice.", "");
        Visitor bob = Visitor.member("bob");
        String vote = "/question/" + question + "/vote";
        // Two are allowed, and two more if the count moves from this process to Redis after another test's outage.
        for (int i = 0; i < 4; i++) {
            bob.postJson(vote, "{\"value\": 1}");
        }
        Reply refused = bob.postJson(vote, "{\"value\": 1}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"too-many\"");
    }

    @Test
    void processCountsLocallyWithoutRedis() {
        Visitor ann = Visitor.member("ann");
        try (Outage redis = Outage.of(Outage.REDIS)) {
            ann.ask("One question?", "Yes.", "");
            ann.ask("Another question?", "Yes.", "");
            assertThat(ask(ann).status()).isEqualTo(429);
        }
    }

    /** The requests come from another address, so that they do not use up the rate of the other tests. */
    @Test
    void allRequestsOfAnAddressHaveARate() throws Exception {
        String request = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        int admitted = 0;
        String answer = "";
        while (!answer.startsWith("HTTP/1.1 429 ")) {
            assertThat(++admitted).isLessThan(PER_MINUTE * 3);
            try (RawRequest raw =
                    RawRequest.openFrom("127.0.0.2", RestAssured.port).send(request)) {
                answer = raw.rest();
            }
        }
        assertThat(admitted).isGreaterThan(PER_MINUTE);
        assertThat(answer).contains("Too many requests came from your network").containsIgnoringCase("Retry-After: ");
        assertThat(Visitor.guest().get("/").status()).isEqualTo(200);
    }

    /** More calls at once than Redis has connections: they wait, and none is counted in this process. */
    @Test
    void manyCallsAtOnceTakeEachPermitOnce() throws Exception {
        String caller = "burst " + System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Duration>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(threads.submit(() -> {
                start.await();
                return limiter.take("ask", caller);
            }));
        }
        start.countDown();
        int taken = 0;
        for (Future<Duration> call : calls) {
            taken += call.get().isZero() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(2);
    }

    private static Reply ask(Visitor visitor) {
        visitor.get("/ask/");
        return visitor.submit("form:has(textarea[name=text])", Map.of("title", "A third?", "text", "Now?", "tags", ""));
    }
}
