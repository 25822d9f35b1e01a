package askme.embedded.hub;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last publications of one channel, each with its offset. The epoch identifies the stream: a new stream gets a new one. */
final class Stream {

    final String epoch;
    private final Deque<JsonObject> publications = new ArrayDeque<>();
    private long top;
    private long expiresAtMs = Long.MAX_VALUE;

    Stream(String epoch) {
        this.epoch = epoch;
    }

    /** A position in a stream: the offset of the last publication before it. */
    record Position(long offset, String epoch) {

        JsonObject json() {
            JsonObject json = new JsonObject();
            if (offset > 0) {
                json.put("offset", offset);
            }
            return epoch.isEmpty() ? json : json.put("epoch", epoch);
        }
    }

    Position top() {
        return new Position(top, epoch);
    }

    /** Appends and returns the publication with its offset. */
    JsonObject add(JsonObject publication, int size, long expiresAtMs) {
        publications.addLast(publication.put("offset", ++top));
        while (publications.size() > size) {
            publications.removeFirst();
        }
        this.expiresAtMs = expiresAtMs;
        return publication;
    }

    /** Removes the publications. Position and epoch stay. */
    void clear() {
        publications.clear();
    }

    void expire(long nowMs) {
        if (nowMs >= expiresAtMs) {
            clear();
        }
    }

    /** At most {@code limit} publications after {@code offset}, the oldest first. A limit of -1 means all. */
    List<JsonObject> after(long offset, int limit) {
        return limited(publications.stream().filter(p -> offset(p) > offset).toList(), limit);
    }

    /** At most {@code limit} publications before {@code offset}, the newest first. A limit of -1 means all. */
    List<JsonObject> before(long offset, int limit) {
        List<JsonObject> older = new ArrayList<>(
                publications.stream().filter(p -> offset(p) < offset).toList());
        Collections.reverse(older);
        return limited(older, limit);
    }

    /** The publications after {@code seen}; empty if one of them is no longer kept. */
    Optional<List<JsonObject>> recover(long seen, String seenEpoch) {
        if (!seenEpoch.isEmpty() && !seenEpoch.equals(epoch)) {
            return Optional.empty();
        }
        List<JsonObject> missed = after(seen, -1);
        boolean complete = missed.isEmpty() ? top == seen : offset(missed.get(0)) == seen + 1;
        return complete ? Optional.of(missed) : Optional.empty();
    }

    private static List<JsonObject> limited(List<JsonObject> found, int limit) {
        return limit < 0 || limit >= found.size() ? found : found.subList(0, limit);
    }

    private static long offset(JsonObject publication) {
        return publication.getLong("offset");
    }
}
