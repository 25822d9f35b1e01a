package askme.embedded.hub;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One connection, from its connect command to its close frame: Centrifugo's client protocol in JSON. Only one thread uses
 * it: the hub's event loop.
 */
final class Session {

    /** The WebSocket of the connection. */
    interface Wire {

        void send(String frame);

        void close(Close close);
    }

    private static final long NEVER = Long.MAX_VALUE;
    private static final List<String> METHODS = List.of(
            "connect",
            "subscribe",
            "unsubscribe",
            "publish",
            "presence",
            "presence_stats",
            "history",
            "rpc",
            "send",
            "refresh",
            "sub_refresh");

    final String id = UUID.randomUUID().toString();
    private final Set<String> channels = new LinkedHashSet<>();
    private final Broker broker;
    private final Tokens tokens;
    private final HubConfig config;
    private final Clock clock;
    private final Wire wire;
    private Tokens.Identity identity;
    private boolean refused;
    private boolean closed;
    private boolean pinged;
    private long pingAtMs;
    private long pongByMs = NEVER;
    private long endsAtMs;

    Session(Broker broker, Tokens tokens, HubConfig config, Clock clock, RandomGenerator random, Wire wire) {
        this.broker = broker;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
        this.wire = wire;
        long interval = config.ping().toMillis();
        // A random delay, so that a thousand clients that reconnected together are not pinged together.
        pingAtMs = clock.millis() + interval / 2 + random.nextLong(Math.max(1, interval / 2));
        endsAtMs = clock.millis() + config.stale().toMillis();
    }

    /** The user, empty for a guest; null before the connect command. */
    String user() {
        return identity == null ? null : identity.user();
    }

    /** Handles one text frame: commands in JSON, separated by line feeds. A line feed at the end is allowed. */
    void receive(String frame) {
        String[] lines = frame.split("\n", -1);
        int count = lines.length > 1 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int i = 0; i < count && !closed && !refused; i++) {
            try {
                run(new JsonObject(lines[i]));
            } catch (Close.Ended e) {
                close(e.close);
            } catch (DecodeException | ClassCastException e) {
                close(Close.BAD_REQUEST);
            }
        }
    }

    private void run(JsonObject command) {
        String method = METHODS.stream()
                .filter(m -> command.getValue(m) instanceof JsonObject)
                .findFirst()
                .orElse(null);
        if (identity == null && !"connect".equals(method)) {
            throw Close.BAD_REQUEST.ended();
        }
        long number = command.getLong("id", 0L);
        if (number == 0 && !"send".equals(method)) {
            pong();
            return;
        }
        if (method == null) {
            throw Close.BAD_REQUEST.ended();
        }
        JsonObject reply = new JsonObject().put("id", number);
        try {
            reply.put(method, result(method, command.getJsonObject(method)));
        } catch (Failure.Refused e) {
            refused = "connect".equals(method);
            reply.put("error", e.failure.json());
        }
        send(reply.encode());
    }

    private JsonObject result(String method, JsonObject params) {
        return switch (method) {
            case "connect" -> connect(params);
            case "refresh" -> refresh(params);
            case "subscribe" -> subscribe(params);
            case "unsubscribe" -> unsubscribe(named(params));
            case "publish", "history" -> {
                Broker.requireAllowed(named(params), user());
                throw Failure.PERMISSION_DENIED.refusal();
            }
            case "presence", "presence_stats" -> {
                Broker.requireAllowed(named(params), user());
                throw Failure.NOT_AVAILABLE.refusal();
            }
            // The hub's subscriptions have no token, so there is nothing to refresh.
            case "sub_refresh" ->
                throw (channels.contains(named(params)) ? Failure.BAD_REQUEST : Failure.PERMISSION_DENIED).refusal();
            case "rpc" -> throw Failure.NOT_AVAILABLE.refusal();
            default -> throw Close.NOT_AVAILABLE.ended();
        };
    }

    private JsonObject connect(JsonObject params) {
        String token = params.getString("token", "");
        if (identity != null || token.isEmpty()) {
            throw Close.BAD_REQUEST.ended();
        }
        identity = tokens.verify(token);
        JsonObject result = new JsonObject().put("client", id).put("version", "embedded");
        JsonObject asked = params.getJsonObject("subs", new JsonObject());
        JsonObject subs = new JsonObject();
        for (String channel : identity.channels()) {
            subs.put(channel, join(channel, asked.getJsonObject(channel, new JsonObject())));
        }
        if (!subs.isEmpty()) {
            result.put("subs", subs);
        }
        return expiring(result).put("ping", config.ping().toSeconds()).put("pong", true);
    }

    private JsonObject refresh(JsonObject params) {
        String token = params.getString("token", "");
        if (token.isEmpty()) {
            throw Close.BAD_REQUEST.ended();
        }
        Tokens.Identity refreshed;
        try {
            refreshed = tokens.verify(token);
        } catch (Failure.Refused e) {
            throw Close.EXPIRED.ended();
        }
        if (!refreshed.user().equals(identity.user())) {
            throw Close.INVALID_TOKEN.ended();
        }
        if (!channels.containsAll(refreshed.channels())) {
            throw Close.INSUFFICIENT_STATE.ended(); // The client connects again, and gets the new channels.
        }
        identity = refreshed;
        return expiring(new JsonObject());
    }

    private JsonObject expiring(JsonObject result) {
        if (identity.expireAt() == 0) {
            endsAtMs = NEVER;
            return result;
        }
        endsAtMs = identity.expireAt() * 1000 + HubConfig.EXPIRED_GRACE.toMillis();
        return result.put("expires", true).put("ttl", identity.expireAt() - clock.millis() / 1000);
    }

    private JsonObject subscribe(JsonObject params) {
        String channel = named(params);
        if (channels.contains(channel)) {
            throw Failure.ALREADY_SUBSCRIBED.refusal();
        }
        if (channels.size() >= HubConfig.CHANNEL_LIMIT) {
            throw Failure.LIMIT_EXCEEDED.refusal();
        }
        Broker.requireAllowed(channel, user());
        return join(channel, params);
    }

    /** Subscribes to a channel that this user may use. Returns the position, and what {@code params} asks to recover. */
    private JsonObject join(String channel, JsonObject params) {
        Stream stream = broker.stream(channel);
        JsonObject result = stream.top().json().put("recoverable", true).put("positioned", true);
        if (params.getBoolean("recover", false)) {
            recover(params, stream, result.put("was_recovering", true));
        }
        channels.add(channel);
        broker.subscribe(channel, this);
        return result;
    }

    private static void recover(JsonObject params, Stream stream, JsonObject result) {
        long seen = params.getLong("offset", 0L);
        Optional<List<JsonObject>> missed = stream.recover(seen, params.getString("epoch", ""));
        if (missed.isEmpty()) {
            return;
        }
        result.put("recovered", true).remove("offset");
        if (seen > 0) {
            result.put("offset", seen);
        }
        if (!missed.get().isEmpty()) {
            result.put("publications", new JsonArray(missed.get()));
        }
    }

    private JsonObject unsubscribe(String channel) {
        if (channels.remove(channel)) {
            broker.unsubscribe(channel, this);
        }
        return new JsonObject();
    }

    /** Ends the subscription and notifies the client, which subscribes again if the code is 2500 or higher. */
    void unsubscribe(String channel, int code, String reason) {
        if (channels.contains(channel)) {
            unsubscribe(channel);
            JsonObject why = new JsonObject().put("code", code).put("reason", reason);
            JsonObject push = new JsonObject().put("channel", channel).put("unsubscribe", why);
            send(new JsonObject().put("push", push).encode());
        }
    }

    private void pong() {
        if (!pinged) {
            throw Close.BAD_REQUEST.ended();
        }
        pinged = false;
        pongByMs = NEVER;
    }

    private static String named(JsonObject params) {
        String channel = params.getString("channel", "");
        if (channel.isEmpty()) {
            throw Close.BAD_REQUEST.ended();
        }
        return channel;
    }

    void send(String frame) {
        if (!closed) {
            wire.send(frame);
        }
    }

    /** Sends a ping if one is due, and closes the connection if the client did not connect, answer or refresh in time. */
    void tick() {
        long now = clock.millis();
        if (closed) {
            return;
        }
        if (now >= endsAtMs) {
            close(identity == null ? Close.STALE : Close.EXPIRED);
        } else if (now >= pongByMs) {
            close(Close.NO_PONG);
        } else if (identity != null && now >= pingAtMs) {
            pinged = true;
            pingAtMs = now + config.ping().toMillis();
            pongByMs = now + config.pongTimeout().toMillis();
            send("{}");
        }
    }

    /** Closes the connection from the server. */
    void close(Close why) {
        if (!closed) {
            onClosed();
            wire.close(why);
        }
    }

    /** Called after the connection was closed. */
    void onClosed() {
        closed = true;
        List.copyOf(channels).forEach(this::unsubscribe);
    }
}
