package askme.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sessions that were read in the last seconds, so that each page of a member does not begin with a query. Unknown ids are
 * cached too. An eviction waits for a read in progress, so that the read cannot put an ended session back.
 */
final class SessionCache {

    private static final long MOST = 20_000;
    private final Cache<SessionId, Optional<AuthenticatedMember>> cache;

    SessionCache(Duration timeToLive, Ticker ticker) {
        cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(timeToLive)
                .ticker(ticker)
                .build();
    }

    /** The cached member: empty for an id that has no session, null if nothing is cached. */
    Optional<AuthenticatedMember> getIfPresent(SessionId id) {
        return cache.getIfPresent(id);
    }

    /** The cached member, or the result of {@code read}, which is then cached. Concurrent requests share one read. */
    Optional<AuthenticatedMember> get(SessionId id, Function<SessionId, Optional<AuthenticatedMember>> read) {
        return cache.get(id, read);
    }

    void evict(SessionId id) {
        cache.invalidate(id);
    }

    void evictAll() {
        cache.invalidateAll();
    }

    /** Evicts every session of the member, as the name or the picture changed. */
    void evictMember(long member) {
        cache.asMap().values().removeIf(s -> s.isPresent() && s.get().member().id() == member);
    }
}
