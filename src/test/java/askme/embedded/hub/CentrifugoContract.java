package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Centrifugo v6 does, frame by frame. The hub and the genuine server run through the same facts; the server under
 * test pings every second, waits 700 ms for the pong and allows one second for the connect command.
 */
abstract class CentrifugoContract {

    static final String API_KEY = "a-key-for-the-api";
    static final String ORIGIN = "http://localhost:8080";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<RawClient> clients = new ArrayList<>();
    private final String channel = "question:" + ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

    /** Where clients connect. */
    abstract String url();

    /** Where the API is, without a final slash. */
    abstract String api();

    @AfterEach
    void hangUp() {
        clients.forEach(RawClient::close);
    }

    private RawClient open() {
        RawClient client = new RawClient(url(), null);
        clients.add(client);
        return client;
    }

    private static TestToken token(String user) {
        return TestToken.of(user, Instant.now().plusSeconds(600));
    }

    private RawClient connect(TestToken token) {
        return open().say("{'id':1,'connect':{'token':'%s','name':'js'}}".formatted(token.jwt()));
    }

    private RawClient connected(String user) {
        RawClient client = connect(token(user));
        assertThat(client.next().getJsonObject("connect")).isNotNull();
        return client;
    }

    private JsonObject subscribed(RawClient client, String more) {
        client.say("{'id':2,'subscribe':{'channel':'%s'%s}}".formatted(channel, more));
        JsonObject reply = client.next();
        assertThat(reply.getInteger("id")).isEqualTo(2);
        return reply.getJsonObject("subscribe");
    }

    private HttpResponse<String> post(String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api() + "/" + method))
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject call(String method, String body) {
        HttpResponse<String> response = post(method, body, "X-API-Key", API_KEY);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return new JsonObject(response.body());
    }

    private JsonObject publish(int n, String more) {
        JsonObject reply = call("publish", "{'channel':'%s','data':{'n':%d}%s}".formatted(channel, n, more));
        assertThat(reply.getValue("error")).isNull();
        return reply.getJsonObject("result");
    }

    private static int code(JsonObject reply) {
        return reply.getJsonObject("error").getInteger("code");
    }

    // ---- connecting

    @Test
    void aConnectReplySaysWhoOneIsHowLongForAndHowOftenThePingsCome() {
        JsonObject reply = connect(token("7")).next();
        JsonObject connect = reply.getJsonObject("connect");
        assertThat(reply.getInteger("id")).isEqualTo(1);
        assertThat(connect.getString("client")).hasSize(36);
        assertThat(connect.getString("version")).isNotEmpty();
        assertThat(connect.getBoolean("expires")).isTrue();
        assertThat(connect.getInteger("ttl")).isBetween(595, 600);
        assertThat(connect.getInteger("ping")).isEqualTo(1);
        assertThat(connect.getBoolean("pong")).isTrue();
    }

    @Test
    void aGuestConnectsWithAnEmptySubject() {
        assertThat(connect(token("")).next().getJsonObject("connect")).isNotNull();
    }

    @Test
    void anExpiredTokenIsAnsweredWithAnErrorAndNothingAfterIt() {
        RawClient client = connect(TestToken.of("7", Instant.now().minusSeconds(5)));
        JsonObject reply = client.next();
        assertThat(code(reply)).isEqualTo(109);
        assertThat(reply.getJsonObject("error").getString("message")).isEqualTo("token expired");
    }

    @Test
    void aFalseTokenEndsTheConnectionForGood() {
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
    void anythingElseThanAProperConnectIsABadRequest(String frame) {
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
    void aConnectedClientThatTalksNonsenseIsSentAway(String frame) {
        assertThat(connected("7").say(frame).closed()).isEqualTo("3501 bad request");
    }

    @Test
    void aMessageNobodyListensToEndsTheConnection() {
        assertThat(connected("7").say("{'send':{'data':{}}}").closed()).isEqualTo("3508 not available");
    }

    @Test
    void whoNeverConnectsIsStale() {
        assertThat(open().closed()).isEqualTo("3502 stale");
    }

    @Test
    void severalCommandsMayStandInOneFrame() {
        RawClient client = open().say("{'id':1,'connect':{'token':'%s'}}\n{'id':2,'subscribe':{'channel':'%s'}}\n"
                .formatted(token("7").jwt(), channel));
        assertThat(client.next().getInteger("id")).isEqualTo(1);
        assertThat(client.next().getJsonObject("subscribe").getBoolean("positioned"))
                .isTrue();
    }

    @Test
    void onlyAllowedPagesConnect() {
        new RawClient(url(), ORIGIN).close();
        new RawClient(url(), ORIGIN.toUpperCase().replace("HTTP", "http")).close();
        assertThatThrownBy(() -> new RawClient(url(), "https://elsewhere.example"))
                .isNotNull();
    }

    // ---- pings, refreshing

    @Test
    void aPingIsAnsweredWithAPong() {
        RawClient client = connected("7");
        assertThat(client.take()).isEqualTo("{}");
        client.say("{}");
        assertThat(client.take()).isEqualTo("{}");
        client.say("{}").say("{}");
        assertThat(client.closed()).isEqualTo("3501 bad request");
    }

    @Test
    void whoDoesNotAnswerAPingIsSentAway() {
        assertThat(connected("7").closed()).isEqualTo("3012 no pong");
    }

    @Test
    void aRefreshProlongsTheConnection() {
        RawClient client = connected("7");
        String fresh = TestToken.of("7", Instant.now().plusSeconds(3600)).jwt();
        JsonObject reply =
                client.say("{'id':3,'refresh':{'token':'%s'}}".formatted(fresh)).next();
        assertThat(reply.getInteger("id")).isEqualTo(3);
        assertThat(reply.getJsonObject("refresh").getBoolean("expires")).isTrue();
        assertThat(reply.getJsonObject("refresh").getInteger("ttl")).isBetween(3595, 3600);
    }

    @Test
    void aRefreshForSomebodyElseOrTooLateEndsTheConnection() {
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
    void aSubscriptionTellsThePositionAndThenEachPublication() {
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
    void aChannelThatIsNotOursIsRefused(String name, int code) {
        RawClient client = connected("7");
        client.say("{'id':2,'subscribe':{'channel':'%s'}}".formatted(name));
        assertThat(code(client.next())).isEqualTo(code);
        client.say("{'id':3,'subscribe':{'channel':'question:1'}}");
        assertThat(client.next().getJsonObject("subscribe")).isNotNull();
    }

    @Test
    void subscribingTwiceIsAnErrorAndAfterUnsubscribingIsNot() {
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
    void whatAClientMayNotDoIsRefused(String method, int code) {
        RawClient client = connected("7");
        subscribed(client, "");
        client.say("{'id':3,'%s':{'channel':'%s','data':{}}}".formatted(method, channel));
        assertThat(code(client.next())).isEqualTo(code);
    }

    @Test
    void aRemoteProcedureIsNotAvailable() {
        assertThat(code(connected("7").say("{'id':3,'rpc':{'method':'x'}}").next()))
                .isEqualTo(108);
    }

    // ---- recovery

    @Test
    void whatWasMissedIsReplayedInOrder() {
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
    void nothingMissedIsRecoveredToo() {
        publish(1, "");
        String epoch = call("history", "{'channel':'%s'}".formatted(channel))
                .getJsonObject("result")
                .getString("epoch");
        JsonObject reply = subscribed(connected("7"), ",'recover':true,'offset':1,'epoch':'%s'".formatted(epoch));
        assertThat(reply.getBoolean("recovered")).isTrue();
        assertThat(reply.containsKey("publications")).isFalse();
    }

    @Test
    void aPositionOfAnotherEpochOrBeyondTheHistoryIsNotRecovered() {
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

    // ---- the HTTP API

    @Test
    void theKeyMayComeInThreeWaysAndMustBeRight() {
        assertThat(post("info", "{}", "X-API-Key", API_KEY).statusCode()).isEqualTo(200);
        assertThat(post("info", "{}", "Authorization", "apikey " + API_KEY).statusCode())
                .isEqualTo(200);
        assertThat(post("info?api_key=" + API_KEY, "{}").statusCode()).isEqualTo(200);
        assertThat(post("info", "{}").statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = post("info", "{}", "X-API-Key", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEmpty();
    }

    @Test
    void whatIsNoJsonIsABadRequestAndAnUnknownMethodIsNotFound() {
        assertThat(post("publish", "nonsense", "X-API-Key", API_KEY).statusCode())
                .isEqualTo(400);
        assertThat(post("nothing", "{}", "X-API-Key", API_KEY).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publish|{'channel':'nowhere:1','data':{}}|102|unknown channel",
                "publish|{'channel':'','data':{}}|107|bad request",
                "publish|{'data':{}}|107|bad request",
                "publish|{'channel':'question:1'}|107|bad request",
                "broadcast|{'channels':[],'data':{}}|107|bad request",
                "history|{'channel':'nowhere:1'}|102|unknown channel",
                "history|{'channel':'question:1','limit':1,'since':{'offset':1,'epoch':'x'}}|112|unrecoverable position",
                "presence|{'channel':'question:1'}|108|not available",
                "presence_stats|{'channel':'question:1'}|108|not available",
                "rpc|{'method':'x'}|104|not found",
            })
    void anErrorComesInABodyWithStatus200(String method, String body, int code, String message) {
        assertThat(call(method, body).getJsonObject("error"))
                .isEqualTo(new JsonObject().put("code", code).put("message", message));
    }

    @Test
    void aKeyUsedTwicePublishesOnce() {
        RawClient client = connected("7");
        subscribed(client, "");
        JsonObject first = publish(1, ",'idempotency_key':'job-1'");
        assertThat(publish(2, ",'idempotency_key':'job-1'")).isEqualTo(first);
        publish(3, ",'idempotency_key':'job-2'");
        assertThat(data(client.next())).isEqualTo(1);
        assertThat(data(client.next())).isEqualTo(3);
    }

    private static int data(JsonObject message) {
        return message.getJsonObject("push")
                .getJsonObject("pub")
                .getJsonObject("data")
                .getInteger("n");
    }

    @Test
    void aPublicationPastTheHistoryIsSentAndNotKept() {
        RawClient client = connected("7");
        subscribed(client, "");
        assertThat(publish(1, ",'skip_history':true")).isEqualTo(new JsonObject());
        JsonObject pub = client.next().getJsonObject("push").getJsonObject("pub");
        assertThat(pub.containsKey("offset")).isFalse();
        assertThat(call("history", "{'channel':'%s','limit':-1}".formatted(channel))
                        .getJsonObject("result")
                        .getJsonArray("publications", new JsonArray()))
                .isEmpty();
    }

    @Test
    void aBroadcastAnswersChannelByChannel() {
        JsonArray responses = call("broadcast", "{'channels':['%s','nowhere:1'],'data':{}}".formatted(channel))
                .getJsonObject("result")
                .getJsonArray("responses");
        assertThat(responses.getJsonObject(0).getJsonObject("result").getLong("offset"))
                .isEqualTo(1);
        assertThat(code(responses.getJsonObject(1))).isEqualTo(102);
    }

    @Test
    void aBatchAnswersCommandByCommand() {
        JsonArray replies = call(
                        "batch",
                        "{'commands':[{'publish':{'channel':'%s','data':{}}},{'publish':{'channel':'nowhere:1','data':{}}},{'nothing':{}}]}"
                                .formatted(channel))
                .getJsonArray("replies");
        assertThat(replies.getJsonObject(0).getJsonObject("publish").getLong("offset"))
                .isEqualTo(1);
        assertThat(code(replies.getJsonObject(1))).isEqualTo(102);
        assertThat(code(replies.getJsonObject(2))).isEqualTo(104);
    }

    @Test
    void historyIsReadFromAnyPositionInBothDirections() {
        for (int n = 1; n <= 3; n++) {
            publish(n, "");
        }
        String epoch = call("history", "{'channel':'%s'}".formatted(channel))
                .getJsonObject("result")
                .getString("epoch");
        assertThat(offsets("'limit':0")).isEmpty();
        assertThat(offsets("'limit':-1")).containsExactly(1L, 2L, 3L);
        assertThat(offsets("'limit':2")).containsExactly(1L, 2L);
        assertThat(offsets("'limit':2,'reverse':true")).containsExactly(3L, 2L);
        assertThat(offsets("'limit':5,'since':{'offset':1,'epoch':'%s'}".formatted(epoch)))
                .containsExactly(2L, 3L);
        assertThat(offsets("'limit':5,'since':{'offset':3,'epoch':'%s'},'reverse':true".formatted(epoch)))
                .containsExactly(2L, 1L);
    }

    private List<Long> offsets(String range) {
        JsonObject result =
                call("history", "{'channel':'%s',%s}".formatted(channel, range)).getJsonObject("result");
        assertThat(result.getLong("offset")).isEqualTo(3);
        return result.getJsonArray("publications", new JsonArray()).stream()
                .map(p -> ((JsonObject) p).getLong("offset"))
                .toList();
    }

    @Test
    void infoAndChannelsTellWhoIsThere() {
        subscribed(connected("7"), "");
        assertThat(call("info", "{}").getJsonObject("result").getJsonArray("nodes"))
                .hasSize(1);
        assertThat(call("channels", "{}")
                        .getJsonObject("result")
                        .getJsonObject("channels")
                        .getJsonObject(channel))
                .isEqualTo(new JsonObject().put("num_clients", 1));
    }

    @Test
    void theServerCanUnsubscribeAndDisconnectAUser() {
        String user = "u" + channel.substring("question:".length());
        RawClient client = connected(user);
        subscribed(client, "");
        call("unsubscribe", "{'channel':'%s','user':'%s'}".formatted(channel, user));
        JsonObject push = client.next().getJsonObject("push");
        assertThat(push.getString("channel")).isEqualTo(channel);
        assertThat(push.getJsonObject("unsubscribe").getInteger("code")).isEqualTo(2000);
        call("disconnect", "{'user':'%s','disconnect':{'code':3011,'reason':'force reconnect'}}".formatted(user));
        assertThat(client.closed()).isEqualTo("3011 force reconnect");
        RawClient again = connected(user);
        call("disconnect", "{'user':'%s'}".formatted(user));
        assertThat(again.closed()).isEqualTo("3503 force disconnect");
    }
}
