package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Member;
import askme.support.ManualClock;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeouts of a session, by a clock that the test moves. */
@QuarkusTest
class SessionTimeoutsTest {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource database;

    @Inject
    SessionConfig config;

    @Inject
    TestDatabase testDatabase;

    private final ManualClock clock = new ManualClock();
    private Sessions sessions;
    private Duration idle;
    private SessionId id;
    private long member;
    private String hash;

    @BeforeEach
    void open() {
        sessions = new Sessions(database, config, clock);
        idle = config.idleTimeout();
        String nickname = Visitor.member("timeout").nickname();
        member = testDatabase.of("SELECT id FROM member WHERE nickname = ?", nickname);
        testDatabase.change("DELETE FROM session WHERE member_id = ?", member); // the session of the sign-up
        hash = QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).passwordHash);
        id = sessions.open(member, hash, "a browser", null, null)
                .flatMap(SessionId::ofCookie)
                .orElseThrow();
    }

    @Test
    void changedPasswordOpensNoSession() {
        testDatabase.change("UPDATE member SET password_hash = 'another' WHERE id = ?", member);
        assertThat(sessions.open(member, hash, "a browser", null, null)).isEmpty();
        assertThat(sessions.of(member)).hasSize(1);
    }

    @Test
    void idleSessionEndsAtTheIdleTimeout() {
        clock.pass(idle.minus(MOMENT));
        assertThat(sessions.of(member)).hasSize(1);
        clock.pass(MOMENT.multipliedBy(2));
        assertThat(sessions.findUncached(id)).isEmpty();
        assertThat(sessions.of(member)).isEmpty();
    }

    @Test
    void useRestartsTheIdleTimeout() {
        for (int visit = 0; visit < 3; visit++) {
            clock.pass(idle.minus(MOMENT));
            assertThat(sessions.findUncached(id)).isPresent();
        }
    }

    @Test
    void useDoesNotExtendTheAbsoluteTimeout() {
        Duration absolute = config.absoluteTimeout();
        Duration step = Duration.ofDays(10);
        for (Duration age = step; age.compareTo(absolute) < 0; age = age.plus(step)) {
            clock.pass(step);
            assertThat(sessions.findUncached(id)).as("after " + age).isPresent();
        }
        clock.pass(step.plus(MOMENT));
        assertThat(sessions.findUncached(id)).isEmpty();
        new SessionSweep(sessions, config).run();
        assertThat(testDatabase.of("SELECT COUNT(*) FROM session WHERE id_hash = ?", (Object) id.hash()))
                .isZero();
    }
}
