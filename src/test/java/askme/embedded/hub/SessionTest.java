package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.ManualClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The time limits of connections and channels. {@link ClientContract} has the rest of the protocol. */
class SessionTest {

    private static final HubConfig CONFIG = HubConfig.of("key", TestToken.SECRET);

    private final ManualClock clock = new ManualClock();
    private final Broker broker = new Broker(CONFIG, clock, new Random(1));

    /** The browser's side of the connection. */
    private final class Browser implements Session.Wire {

        final List<String> frames = new ArrayList<>();
        final Session session =
                new Session(broker, new Tokens(TestToken.SECRET, clock), CONFIG, clock, new Random(1), this);
        Close closed;

        @Override
        public void send(String frame) {
            frames.add(frame);
        }

        @Override
        public void close(Close close) {
            closed = close;
        }

        Browser connected() {
            say("{'id':1,'connect':{'token':'%s'}}".formatted(token(Duration.ofMinutes(10))));
            assertThat(last().getJsonObject("connect").getInteger("ttl")).isEqualTo(600);
            return this;
        }

        void say(String frame) {
            session.receive(frame.replace('\'', '"'));
        }

        JsonObject last() {
            return new JsonObject(frames.get(frames.size() - 1));
        }

        void after(Duration time) {
            clock.pass(time);
            session.tick();
        }
    }

    private String token(Duration life) {
        return TestToken.of("7", clock.instant().plus(life)).jwt();
    }

    @Test
    void connectionWithoutConnectIsStale() {
        Browser browser = new Browser();
        browser.after(CONFIG.stale().minusMillis(1));
        assertThat(browser.closed).isNull();
        browser.after(Duration.ofMillis(1));
        assertThat(browser.closed).isEqualTo(Close.STALE);
    }

    @Test
    void pingIsSentAndPongKeepsConnection() {
        Browser browser = new Browser().connected();
        for (int i = 0; i < 3; i++) {
            browser.after(CONFIG.ping());
            assertThat(browser.frames.get(browser.frames.size() - 1)).isEqualTo("{}");
            browser.say("{}");
        }
        browser.after(CONFIG.pongTimeout());
        assertThat(browser.closed).isNull();
    }

    @Test
    void missingPongClosesConnection() {
        Browser browser = new Browser().connected();
        browser.after(CONFIG.ping());
        browser.after(CONFIG.pongTimeout());
        assertThat(browser.closed).isEqualTo(Close.NO_PONG);
    }

    @Test
    void unexpectedPongIsABadRequest() {
        Browser browser = new Browser().connected();
        browser.after(CONFIG.ping());
        browser.say("{}");
        browser.say("{}");
        assertThat(browser.closed).isEqualTo(Close.BAD_REQUEST);
    }

    @Test
    void connectionEndsAfterTokenAndGrace() {
        Browser silent = new Browser().connected();
        Browser refreshed = new Browser().connected();
        Duration end = Duration.ofMinutes(10).plus(HubConfig.EXPIRED_GRACE);
        refreshed.say("{'id':2,'refresh':{'token':'%s'}}".formatted(token(Duration.ofHours(1))));
        assertThat(refreshed.last().getJsonObject("refresh").getInteger("ttl")).isEqualTo(3600);
        silent.after(end);
        refreshed.session.tick();
        assertThat(silent.closed).isEqualTo(Close.EXPIRED);
        assertThat(refreshed.closed).isNull();
    }

    @Test
    void expiredTokenGivesErrorTokenExpired() {
        Browser browser = new Browser();
        browser.say("{'id':1,'connect':{'token':'%s'}}".formatted(token(Duration.ZERO)));
        assertThat(browser.last().getJsonObject("error").getInteger("code")).isEqualTo(109);
    }

    @Test
    void expiredHistoryKeepsItsPosition() {
        publish("k1");
        clock.pass(CONFIG.historyTtl());
        Browser behind = new Browser().connected();
        String epoch = broker.stream("question:1").epoch;
        behind.say("{'id':2,'subscribe':{'channel':'question:1','recover':true,'epoch':'%s'}}".formatted(epoch));
        JsonObject missed = behind.last().getJsonObject("subscribe");
        assertThat(missed.getBoolean("was_recovering")).isTrue();
        assertThat(missed.containsKey("recovered")).isFalse();

        Browser current = new Browser().connected();
        current.say("{'id':2,'subscribe':{'channel':'question:1','recover':true,'epoch':'%s','offset':1}}"
                .formatted(epoch));
        assertThat(current.last().getJsonObject("subscribe").getBoolean("recovered"))
                .isTrue();
    }

    @Test
    void keyIsFreeAfterFiveMinutes() {
        assertThat(publish("k").offset()).isEqualTo(1);
        clock.pass(HubConfig.IDEMPOTENCY.minusMillis(1));
        assertThat(publish("k").offset()).isEqualTo(1);
        clock.pass(Duration.ofMillis(1));
        broker.sweep();
        assertThat(publish("k").offset()).isEqualTo(2);
    }

    @Test
    void historyKeepsTheNewest() {
        for (int i = 0; i <= CONFIG.historySize(); i++) {
            publish("k" + i);
        }
        Stream stream = broker.stream("question:1");
        assertThat(stream.after(0, -1)).hasSize(CONFIG.historySize());
        assertThat(stream.recover(0, "")).isEmpty();
        assertThat(stream.recover(1, stream.epoch).orElseThrow()).hasSize(CONFIG.historySize());
    }

    @Test
    void unusedChannelIsRemoved() {
        String before = broker.stream("question:1").epoch;
        clock.pass(HubConfig.META_TTL.plusMillis(1));
        broker.sweep();
        assertThat(broker.stream("question:1").epoch).isNotEqualTo(before);
    }

    private Stream.Position publish(String key) {
        return broker.publish("question:1", new Broker.Publish(new JsonObject().put("n", 1), null, key, false));
    }
}
