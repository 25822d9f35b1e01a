package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the server HTTP API. */
abstract class ApiContract extends CentrifugoContract {

    @Test
    void keyIsAcceptedInThreePlaces() {
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
    void invalidJsonAndUnknownMethodAreRefused() {
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
    void errorHasStatus200(String method, String body, int code, String message) {
        assertThat(call(method, body).getJsonObject("error"))
                .isEqualTo(new JsonObject().put("code", code).put("message", message));
    }

    @Test
    void repeatedKeyPublishesOnce() {
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
    void publicationCanSkipTheHistory() {
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
    void broadcastHasAReplyForEachChannel() {
        JsonArray responses = call("broadcast", "{'channels':['%s','nowhere:1'],'data':{}}".formatted(channel))
                .getJsonObject("result")
                .getJsonArray("responses");
        assertThat(responses.getJsonObject(0).getJsonObject("result").getLong("offset"))
                .isEqualTo(1);
        assertThat(code(responses.getJsonObject(1))).isEqualTo(102);
    }

    @Test
    void batchHasAReplyForEachCommand() {
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
    void historyIsReadInBothDirections() {
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
    void infoAndChannelsCountClients() {
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
    void serverUnsubscribesAndDisconnectsUser() {
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
