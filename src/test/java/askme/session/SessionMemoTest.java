package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.MemberRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SessionMemoTest {

    private static final SessionId ID = SessionId.ofCookie("A".repeat(43)).orElseThrow();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final SessionMemo memo = new SessionMemo(Duration.ofSeconds(5), nanos::get);
    private final Function<SessionId, Optional<AuthenticatedMember>> database = id -> {
        reads.incrementAndGet();
        return Optional.of(new AuthenticatedMember(new MemberRef(7, "ann", null, 0), false, Instant.EPOCH));
    };

    @Test
    void theSecondRequestWithinSecondsAsksNothing() {
        memo.get(ID, database);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(memo.get(ID, database)).isPresent();
        assertThat(memo.known(ID)).isPresent();
        assertThat(reads).hasValue(1);
    }

    @Test
    void afterItsLifeTheDatabaseIsAskedAgain() {
        memo.get(ID, database);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(memo.known(ID)).isNull();
        memo.get(ID, database);
        assertThat(reads).hasValue(2);
    }

    @Test
    void anEndedSessionIsForgottenAtOnce() {
        memo.get(ID, database);
        memo.forget(ID);
        assertThat(memo.known(ID)).isNull();
    }

    @Test
    void whatHasChangedOfAMemberIsForgottenInAllSessions() {
        memo.get(ID, database);
        memo.forgetMember(8);
        assertThat(memo.known(ID)).isNotNull();
        memo.forgetMember(7);
        assertThat(memo.known(ID)).isNull();
    }

    @Test
    void anUnknownSessionIsRememberedTooSoThatAFloodOfThemIsCheap() {
        memo.get(ID, id -> Optional.empty());
        assertThat(memo.known(ID)).isEmpty();
    }
}
