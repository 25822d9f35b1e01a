package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the client protocol over WebSocket. */
abstract class ClientContract extends CentrifugoContract {

    // ---- connecting

    @Test
    void connectReplyHasClientTtlAndPingInterval() {
        JsonObject reply = connect(token("7")).next();
        JsonObject connect = reply.getJsonObject("connect");
        assertThat(reply.getInteger("id")).isEqualTo(1);
        assertThat(connect.getString("client")).hasSize(36);
        assertThat(connect.getString("version")).isNotEmpty();
        assertThat(connect.getBoolean("expires")).isTrue();
        assertThat(connect.getInteger("ttl")).isBetween(595, 600);
        assertThat(connect.getInteger("ping")).isEqualTo(2);
        assertThat(connect.getBoolean("pong")).isTrue();
    }

    @Test
    void guestConnectsWithEmptySubject() {
        assertThat(connect(token("")).next().getJsonObject("connect")).isNotNull();
    }

    @Test
    void expiredTokenIsRefusedAndLaterCommandsIgnored() {
        RawClient client = connect(TestToken.of("7", Instant.now().minusSeconds(5)));
        JsonObject reply = client.next();
        assertThat(code(reply)).isEqualTo(109);
        assertThat(reply.getJsonObject("error").getString("message")).isEqualTo("token expired");
    }

    @Test
    void invalidTokenClosesConnectionPermanently() {
        for (TestToken wrong : List.of(
                token("7").issuedBy("somebody"),
                token("7").meantFor("another"),
                token("7").signedWith("another-secret-that-is-long-enough-too"),
                token("7").algorithm("none"))) {
            assertThat(connect(wrong).closed()).isEqualTo("3500 invalid token");
        }
        assertThat(open().say("{'id':1,'connect':{'token':'nonsense'}}").closed())
                .isEqualTo("3500 invalid token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "nonsense",
                "[]",
                "{}",
                "{'id':1}",
                "{'id':1,'connect':{}}",
                "{'id':1,'subscribe':{'channel':'question:1'}}",
                "{'id':'one','connect':{}}"
            })
    void invalidConnectIsABadRequest(String frame) {
        assertThat(open().say(frame).closed()).isEqualTo("3501 bad request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':2,'connect':{'token':'x'}}",
                "{'id':2,'nothing':{}}",
                "{'id':2}",
                "{'id':2,'ping':{}}",
                "{'id':2,'subscribe':{}}",
                "{'id':2,'unsubscribe':{}}",
                "{'id':2,'refresh':{}}",
                "{'subscribe':{'channel':'question:1'}}",
                "{'id':2,'history':{}}",
                "{'id':2,'publish':{}}",
                "nonsense",
                "\n"
            })
    void invalidFrameClosesConnection(String frame) {
        assertThat(connected("7").say(frame).closed()).isEqualTo("3501 bad request");
    }

    @Test
    void asynchronousMessageClosesConnection() {
        assertThat(connected("7").say("{'send':{'data':{}}}").closed()).isEqualTo("3508 not available");
    }

    @Test
    void connectionWithoutConnectIsStale() {
        assertThat(open().closed()).isEqualTo("3502 stale");
    }

    @Test
    void oneFrameMayHaveSeveralCommands() {
        RawClient client = open().say("{'id':1,'connect':{'token':'%s'}}\n{'id':2,'subscribe':{'channel':'%s'}}\n"
                .formatted(token("7").jwt(), channel));
        assertThat(client.next().getInteger("id")).isEqualTo(1);
        assertThat(client.next().getJsonObject("subscribe").getBoolean("positioned"))
                .isTrue();
    }

    @Test
    void foreignOriginIsRefused() {
        new RawClient(url(), ORIGIN).close();
        new RawClient(url(), ORIGIN.toUpperCase().replace("HTTP", "http")).close();
        assertThatThrownBy(() -> new RawClient(url(), "https://elsewhere.example"))
                .isNotNull();
    }

    // ---- pings, refreshing

    @Test
    void pongKeepsTheConnection() {
        RawClient client = connected("7");
        assertThat(client.take()).isEqualTo("{}");
        client.say("{}");
        assertThat(client.take()).isEqualTo("{}");
        client.say("{}").say("{}");
        assertThat(client.closed()).isEqualTo("3501 bad request");
    }

    @Test
    void missingPongClosesConnection() {
        assertThat(connected("7").closed()).isEqualTo("3012 no pong");
    }

    @Test
    void refreshExtendsTheConnection() {
        RawClient client = connected("7");
        String fresh = TestToken.of("7", Instant.now().plusSeconds(3600)).jwt();
        JsonObject reply =
                client.say("{'id':3,'refresh':{'token':'%s'}}".formatted(fresh)).next();
        assertThat(reply.getInteger("id")).isEqualTo(3);
        assertThat(reply.getJsonObject("refresh").getBoolean("expires")).isTrue();
        assertThat(reply.getJsonObject("refresh").getInteger("ttl")).isBetween(3595, 3600);
    }

    @Test
    void invalidRefreshClosesConnection() {
        assertThat(connected("7")
                        .say("{'id':3,'refresh':{'token':'%s'}}"
                                .formatted(token("8").jwt()))
                        .closed())
                .isEqualTo("3500 invalid token");
        String old = TestToken.of("7", Instant.now().minusSeconds(5)).jwt();
        assertThat(connected("7")
                        .say("{'id':3,'refresh':{'token':'%s'}}".formatted(old))
                        .closed())
                .isEqualTo("3005 connection expired");
    }

    // ---- subscribing, publications

    @Test
    void subscriptionHasPositionThenPublications() {
        RawClient guest = connected("");
        RawClient member = connected("7");
        JsonObject first = subscribed(guest, "");
        assertThat(first.getBoolean("recoverable")).isTrue();
        assertThat(first.getBoolean("positioned")).isTrue();
        assertThat(first.getString("epoch")).isNotEmpty();
        assertThat(first.containsKey("offset")).isFalse();
        assertThat(first.containsKey("was_recovering")).isFalse();
        subscribed(member, "");
        JsonObject result = publish(1, "");
        assertThat(result.getLong("offset")).isEqualTo(1);
        assertThat(result.getString("epoch")).isEqualTo(first.getString("epoch"));
        for (RawClient client : List.of(guest, member)) {
            JsonObject push = client.next().getJsonObject("push");
            assertThat(push.getString("channel")).isEqualTo(channel);
            assertThat(push.getJsonObject("pub").getLong("offset")).isEqualTo(1);
            assertThat(push.getJsonObject("pub").getJsonObject("data").getInteger("n"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"nowhere:1,102", "question,103", "question:abc,107", "question:,107", "question:1:2,107"})
    void unknownChannelIsRefused(String name, int code) {
        RawClient client = connected("7");
        client.say("{'id':2,'subscribe':{'channel':'%s'}}".formatted(name));
        assertThat(code(client.next())).isEqualTo(code);
        client.say("{'id':3,'subscribe':{'channel':'question:1'}}");
        assertThat(client.next().getJsonObject("subscribe")).isNotNull();
    }

    @Test
    void secondSubscriptionIsRefused() {
        RawClient client = connected("7");
        subscribed(client, "");
        client.say("{'id':3,'subscribe':{'channel':'%s'}}".formatted(channel));
        assertThat(client.next().getJsonObject("error"))
                .isEqualTo(new JsonObject().put("code", 105).put("message", "already subscribed"));
        client.say("{'id':4,'unsubscribe':{'channel':'%s'}}".formatted(channel));
        assertThat(client.next()).isEqualTo(new JsonObject("{\"id\":4,\"unsubscribe\":{}}"));
        publish(1, "");
        assertThat(subscribed(client, "").getLong("offset")).isEqualTo(1);
        assertThat(client.silent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "publish,103",
        "history,103",
        "presence,108",
        "presence_stats,108",
        "sub_refresh,107",
    })
    void forbiddenMethodIsRefused(String method, int code) {
        RawClient client = connected("7");
        subscribed(client, "");
        client.say("{'id':3,'%s':{'channel':'%s','data':{}}}".formatted(method, channel));
        assertThat(code(client.next())).isEqualTo(code);
    }

    @Test
    void remoteProcedureIsNotAvailable() {
        assertThat(code(connected("7").say("{'id':3,'rpc':{'method':'x'}}").next()))
                .isEqualTo(108);
    }

    // ---- recovery

    @Test
    void missedPublicationsAreReplayedInOrder() {
        RawClient before = connected("7");
        String epoch = subscribed(before, "").getString("epoch");
        publish(1, "");
        before.close();
        publish(2, "");
        publish(3, "");
        JsonObject reply = subscribed(connected("7"), ",'recover':true,'offset':1,'epoch':'%s'".formatted(epoch));
        assertThat(reply.getBoolean("was_recovering")).isTrue();
        assertThat(reply.getBoolean("recovered")).isTrue();
        assertThat(reply.getLong("offset")).isEqualTo(1);
        JsonArray missed = reply.getJsonArray("publications");
        assertThat(missed).hasSize(2);
        assertThat(missed.getJsonObject(0).getLong("offset")).isEqualTo(2);
        assertThat(missed.getJsonObject(1).getJsonObject("data").getInteger("n"))
                .isEqualTo(3);
    }

    @Test
    void emptyRecoverySucceeds() {
        publish(1, "");
        String epoch = call("history", "{'channel':'%s'}".formatted(channel))
                .getJsonObject("result")
                .getString("epoch");
        JsonObject reply = subscribed(connected("7"), ",'recover':true,'offset':1,'epoch':'%s'".formatted(epoch));
        assertThat(reply.getBoolean("recovered")).isTrue();
        assertThat(reply.containsKey("publications")).isFalse();
    }

    @Test
    void unknownPositionIsNotRecovered() {
        publish(1, "");
        JsonObject other = subscribed(connected("7"), ",'recover':true,'offset':1,'epoch':'other'");
        assertThat(other.getBoolean("was_recovering")).isTrue();
        assertThat(other.containsKey("recovered")).isFalse();
        assertThat(other.getLong("offset")).isEqualTo(1);
        String epoch = other.getString("epoch");
        JsonObject ahead = subscribed(connected("7"), ",'recover':true,'offset':9,'epoch':'%s'".formatted(epoch));
        assertThat(ahead.containsKey("recovered")).isFalse();
        call("history_remove", "{'channel':'%s'}".formatted(channel));
        JsonObject emptied = subscribed(connected("7"), ",'recover':true,'epoch':'%s'".formatted(epoch));
        assertThat(emptied.containsKey("recovered")).isFalse();
        assertThat(emptied.getString("epoch")).isEqualTo(epoch);
    }
}
