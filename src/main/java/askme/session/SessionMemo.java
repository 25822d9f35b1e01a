package askme.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read of sessions a few seconds ago, so that a member's pages do not each begin with a query. Unknown ids are
 * remembered too. Forgetting waits for a read under way, so that what has ended cannot come back.
 */
final class SessionMemo {

    private static final long MOST = 20_000;
    private final Cache<SessionId, Optional<AuthenticatedMember>> known;

    SessionMemo(Duration life, Ticker ticker) {
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(life)
                .ticker(ticker)
                .build();
    }

    /** What is known of the session, or null where it must be read. */
    Optional<AuthenticatedMember> known(SessionId id) {
        return known.getIfPresent(id);
    }

    /** What is known, else what {@code read} says, which is remembered; called once for requests that come together. */
    Optional<AuthenticatedMember> get(SessionId id, Function<SessionId, Optional<AuthenticatedMember>> read) {
        return known.get(id, read);
    }

    void forget(SessionId id) {
        known.invalidate(id);
    }

    /** Forgets every session of the member: the name or the picture has changed. */
    void forgetMember(long member) {
        known.asMap().values().removeIf(s -> s.isPresent() && s.get().member().id() == member);
    }
}
