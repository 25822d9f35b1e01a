package askme.embedded.hub;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The channels with their subscribers and publications. Only one thread uses it: the hub's event loop. */
final class Broker {

    /** No guest may subscribe: the namespace has no allow_subscribe_for_anonymous. */
    private static final String MEMBERS = "members";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The namespaces, with the channel_regex of each. Only the user named after a # may subscribe. */
    private static final Map<String, Pattern> NAMESPACES =
            Map.of("question", NUMBER, MEMBERS, NUMBER, "member", Pattern.compile("#[0-9]+"));

    private static final int EPOCH_LETTERS = 8;

    private final Map<String, Channel> channels = new HashMap<>();
    private final HubConfig config;
    private final Clock clock;
    private final RandomGenerator random;

    Broker(HubConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    private static final class Channel {

        final Stream stream;
        final Set<Session> subscribers = new LinkedHashSet<>();
        final Map<String, Result> results = new HashMap<>();
        long usedAtMs;

        Channel(Stream stream) {
            this.stream = stream;
        }
    }

    private record Result(Stream.Position position, long expiresAtMs) {}

    /** A request to publish. */
    record Publish(Object data, JsonObject tags, String idempotencyKey, boolean skipHistory) {}

    /** Refuses a channel outside the namespaces. */
    static void requireKnown(String channel) {
        if (!NAMESPACES.containsKey(namespace(channel))) {
            throw Failure.UNKNOWN_CHANNEL.refusal();
        }
    }

    /** Refuses a channel that {@code user} may not use: an unknown namespace, a wrong name, or the channel of another user. */
    static void requireAllowed(String channel, String user) {
        if (channel.indexOf(':') < 0) {
            throw Failure.PERMISSION_DENIED.refusal();
        }
        requireKnown(channel);
        String name = channel.substring(channel.indexOf(':') + 1);
        if (!NAMESPACES.get(namespace(channel)).matcher(name).matches()) {
            throw Failure.BAD_REQUEST.refusal();
        }
        boolean ofAnother = name.startsWith("#") && !name.substring(1).equals(user);
        if (ofAnother || (MEMBERS.equals(namespace(channel)) && user.isEmpty())) {
            throw Failure.PERMISSION_DENIED.refusal();
        }
    }

    private static String namespace(String channel) {
        return channel.substring(0, Math.max(0, channel.indexOf(':')));
    }

    /** Sends to all subscribers, once for each idempotency key, and returns the position in the history. */
    Stream.Position publish(String name, Publish publish) {
        Channel channel = channel(name);
        long now = clock.millis();
        Result before = channel.results.get(publish.idempotencyKey);
        if (before != null && now < before.expiresAtMs) {
            return before.position;
        }
        JsonObject publication = new JsonObject().put("data", publish.data);
        if (publish.tags != null) {
            publication.put("tags", publish.tags);
        }
        Stream.Position position = new Stream.Position(0, "");
        if (!publish.skipHistory) {
            long until = now + config.historyTtl().toMillis();
            channel.stream.add(publication, config.historySize(), until);
            position = channel.stream.top();
        }
        if (!publish.idempotencyKey.isEmpty()) {
            channel.results.put(publish.idempotencyKey, new Result(position, now + HubConfig.IDEMPOTENCY.toMillis()));
        }
        JsonObject push = new JsonObject().put("channel", name).put("pub", publication);
        String frame = new JsonObject().put("push", push).encode();
        List.copyOf(channel.subscribers).forEach(session -> session.send(frame));
        return position;
    }

    /** The channel's history. The first call creates it, and its epoch does not change after that. */
    Stream stream(String name) {
        return channel(name).stream;
    }

    void subscribe(String name, Session session) {
        channel(name).subscribers.add(session);
    }

    void unsubscribe(String name, Session session) {
        channel(name).subscribers.remove(session);
    }

    /** The channels that have subscribers, with their number. */
    Map<String, Integer> subscribed() {
        Map<String, Integer> found = new HashMap<>();
        channels.forEach((name, channel) -> {
            if (!channel.subscribers.isEmpty()) {
                found.put(name, channel.subscribers.size());
            }
        });
        return found;
    }

    /** Removes expired results of keys, and channels that were not used for a long time. */
    void sweep() {
        long now = clock.millis();
        channels.values().forEach(c -> c.results.values().removeIf(r -> now >= r.expiresAtMs));
        long unusedSince = now - HubConfig.META_TTL.toMillis();
        channels.values().removeIf(c -> c.subscribers.isEmpty() && c.usedAtMs < unusedSince);
    }

    private Channel channel(String name) {
        Channel channel = channels.computeIfAbsent(name, n -> new Channel(new Stream(epoch())));
        channel.usedAtMs = clock.millis();
        channel.stream.expire(channel.usedAtMs);
        return channel;
    }

    private String epoch() {
        return random.ints(EPOCH_LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
