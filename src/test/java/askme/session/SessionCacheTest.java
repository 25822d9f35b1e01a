package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.MemberRef;
import askme.member.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SessionCacheTest {

    private static final SessionId ID = SessionId.ofCookie("A".repeat(43)).orElseThrow();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final SessionCache cache = new SessionCache(Duration.ofSeconds(5), nanos::get);
    private final Function<SessionId, Optional<AuthenticatedMember>> database = id -> {
        reads.incrementAndGet();
        return Optional.of(new AuthenticatedMember(new MemberRef(7, "ann", null, 0), Role.MEMBER, Instant.EPOCH));
    };

    @Test
    void secondRequestWithinSecondsReadsNothing() {
        cache.get(ID, database);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(cache.get(ID, database)).isPresent();
        assertThat(cache.getIfPresent(ID)).isPresent();
        assertThat(reads).hasValue(1);
    }

    @Test
    void expiredEntryIsReadAgain() {
        cache.get(ID, database);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(cache.getIfPresent(ID)).isNull();
        cache.get(ID, database);
        assertThat(reads).hasValue(2);
    }

    @Test
    void endedSessionIsEvicted() {
        cache.get(ID, database);
        cache.evict(ID);
        assertThat(cache.getIfPresent(ID)).isNull();
    }

    @Test
    void changedMemberIsEvictedFromAllSessions() {
        cache.get(ID, database);
        cache.evictMember(8);
        assertThat(cache.getIfPresent(ID)).isNotNull();
        cache.evictMember(7);
        assertThat(cache.getIfPresent(ID)).isNull();
    }

    @Test
    void unknownSessionIsCachedToo() {
        cache.get(ID, id -> Optional.empty());
        assertThat(cache.getIfPresent(ID)).isEmpty();
    }
}
