package askme.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Outage;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimiterTest.Tight.class)
@Tag("one-process") // a configuration of its own
class RateLimiterTest {

    /** Two questions an hour, one of them back after half an hour. */
    public static final class Tight implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "askme.limits.enabled", "true",
                    "askme.limits.redis-pause", "1S",
                    "askme.limits.rates.ask", "2/1h",
                    "askme.limits.rates.vote", "2/1h");
        }
    }

    @Test
    void theThirdIsHeldBackAndToldWhenToTryAgain() {
        Visitor ann = Visitor.member("ann");
        ann.ask("One question?", "Yes.", "");
        ann.ask("Another question?", "Yes.", "");
        Reply third = ask(ann);
        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 1801);
        assertThat(third.page().select("main").text()).contains("Too many requests");
        Visitor.member("bob").ask("Somebody else's question?", "Is not held back.", "");
    }

    @Test
    void aScriptGetsAProblemObject() {
        Visitor ann = Visitor.member("ann");
        long question = ann.ask("May I vote?", "Twice.", "");
        Visitor bob = Visitor.member("bob");
        String vote = "/question/" + question + "/vote";
        bob.postJson(vote, "{\"value\": 1}");
        bob.postJson(vote, "{\"value\": 1}");
        Reply third = bob.postJson(vote, "{\"value\": 1}");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Content-Type")).startsWith("application/problem+json");
        assertThat(third.body()).contains("\"code\":\"too-many\"");
    }

    @Test
    void withRedisDownEachProcessCountsForItself() {
        Visitor ann = Visitor.member("ann");
        try (Outage redis = Outage.of(Outage.REDIS)) {
            ann.ask("One question?", "Yes.", "");
            ann.ask("Another question?", "Yes.", "");
            assertThat(ask(ann).status()).isEqualTo(429);
        }
    }

    private static Reply ask(Visitor visitor) {
        visitor.get("/ask/");
        return visitor.submit("form:has(textarea[name=text])", Map.of("title", "A third?", "text", "Now?", "tags", ""));
    }
}
