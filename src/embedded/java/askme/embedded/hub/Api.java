package askme.embedded.hub;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The server HTTP API without its HTTP: the methods that AskMe uses, and methods that help to inspect the hub. */
final class Api {

    private static final Set<String> METHODS = Set.of(
            "publish",
            "broadcast",
            "batch",
            "history",
            "history_remove",
            "presence",
            "presence_stats",
            "info",
            "channels",
            "rpc",
            "unsubscribe",
            "disconnect");
    private static final int UNSUBSCRIBED_BY_SERVER = 2000;

    private final Broker broker;
    private final Collection<Session> sessions;

    Api(Broker broker, Collection<Session> sessions) {
        this.broker = broker;
        this.sessions = sessions;
    }

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    /**
     * The body of the reply, with {@code result} or {@code error}.
     *
     * @throws ClassCastException if a parameter has the wrong type
     */
    JsonObject call(String method, JsonObject params) {
        if (method.equals("batch")) {
            return new JsonObject().put("replies", batch(params.getJsonArray("commands", new JsonArray())));
        }
        try {
            return new JsonObject().put("result", result(method, params));
        } catch (Failure.Refused e) {
            return new JsonObject().put("error", error(e.failure));
        }
    }

    private JsonArray batch(JsonArray commands) {
        JsonArray replies = new JsonArray();
        for (int i = 0; i < commands.size(); i++) {
            JsonObject command = commands.getJsonObject(i);
            String method = command.fieldNames().stream()
                    .filter(name -> knows(name) && !name.equals("batch"))
                    .findFirst()
                    .orElse("");
            JsonObject reply = method.isEmpty()
                    ? new JsonObject().put("error", error(Failure.METHOD_NOT_FOUND))
                    : call(method, command.getJsonObject(method));
            replies.add(reply.containsKey("result") ? new JsonObject().put(method, reply.getValue("result")) : reply);
        }
        return replies;
    }

    private JsonObject result(String method, JsonObject params) {
        return switch (method) {
            case "publish" -> publish(named(params), params);
            case "broadcast" -> broadcast(params);
            case "history" -> history(named(params), params);
            case "history_remove" -> {
                broker.stream(named(params)).clear();
                yield new JsonObject();
            }
            case "presence", "presence_stats" -> {
                named(params);
                throw Failure.NOT_AVAILABLE.refusal();
            }
            case "info" -> info();
            case "channels" -> channels();
            case "unsubscribe" -> unsubscribe(named(params), params);
            case "disconnect" -> disconnect(params);
            case "rpc" ->
                throw (params.getString("method", "").isEmpty() ? Failure.BAD_REQUEST : Failure.METHOD_NOT_FOUND)
                        .refusal();
            default -> throw Failure.METHOD_NOT_FOUND.refusal();
        };
    }

    private JsonObject publish(String channel, JsonObject params) {
        if (!params.containsKey("data")) {
            throw Failure.BAD_REQUEST.refusal();
        }
        Broker.Publish publish = new Broker.Publish(
                params.getValue("data"),
                params.getJsonObject("tags"),
                params.getString("idempotency_key", ""),
                params.getBoolean("skip_history", false));
        return broker.publish(channel, publish).json();
    }

    private JsonObject broadcast(JsonObject params) {
        JsonArray channels = params.getJsonArray("channels", new JsonArray());
        if (channels.isEmpty()) {
            throw Failure.BAD_REQUEST.refusal();
        }
        JsonArray responses = new JsonArray();
        for (int i = 0; i < channels.size(); i++) {
            responses.add(call("publish", params.copy().put("channel", channels.getString(i))));
        }
        return new JsonObject().put("responses", responses);
    }

    private JsonObject history(String channel, JsonObject params) {
        Stream stream = broker.stream(channel);
        JsonObject since = params.getJsonObject("since");
        int limit = params.getInteger("limit", 0);
        boolean reverse = params.getBoolean("reverse", false);
        if (since != null && !stream.epoch.equals(since.getString("epoch", stream.epoch))) {
            throw Failure.UNRECOVERABLE_POSITION.refusal();
        }
        long from = since == null ? (reverse ? Long.MAX_VALUE : 0) : since.getLong("offset", 0L);
        List<JsonObject> found = reverse ? stream.before(from, limit) : stream.after(from, limit);
        return stream.top().json().put("publications", new JsonArray(found));
    }

    private JsonObject info() {
        var subscribed = broker.subscribed();
        JsonObject node = new JsonObject()
                .put("uid", "embedded")
                .put("name", "askme-hub")
                .put("version", "embedded")
                .put("num_clients", sessions.size())
                .put("num_users", users())
                .put("num_channels", subscribed.size())
                .put(
                        "num_subs",
                        subscribed.values().stream().mapToInt(Integer::intValue).sum());
        return new JsonObject().put("nodes", new JsonArray().add(node));
    }

    private long users() {
        return sessions.stream()
                .map(Session::user)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private JsonObject channels() {
        JsonObject found = new JsonObject();
        broker.subscribed().forEach((name, count) -> found.put(name, new JsonObject().put("num_clients", count)));
        return new JsonObject().put("channels", found);
    }

    private JsonObject unsubscribe(String channel, JsonObject params) {
        of(params).forEach(s -> s.unsubscribe(channel, UNSUBSCRIBED_BY_SERVER, "server unsubscribe"));
        return new JsonObject();
    }

    private JsonObject disconnect(JsonObject params) {
        JsonObject asked = params.getJsonObject("disconnect");
        Close close =
                asked == null ? Close.FORCED : new Close(asked.getInteger("code", 0), asked.getString("reason", ""));
        of(params).forEach(session -> session.close(close));
        return new JsonObject();
    }

    private List<Session> of(JsonObject params) {
        String user = params.getString("user", "");
        String client = params.getString("client", "");
        return sessions.stream()
                .filter(s -> user.equals(s.user()) && (client.isEmpty() || client.equals(s.id)))
                .toList();
    }

    private static String named(JsonObject params) {
        String channel = params.getString("channel", "");
        if (channel.isEmpty()) {
            throw Failure.BAD_REQUEST.refusal();
        }
        Broker.requireKnown(channel);
        return channel;
    }

    private static JsonObject error(Failure failure) {
        // The API words this one error otherwise than the client protocol.
        return failure == Failure.METHOD_NOT_FOUND ? failure.json().put("message", "not found") : failure.json();
    }
}
