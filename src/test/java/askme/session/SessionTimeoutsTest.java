package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.Member;
import askme.member.MemberConfig;
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

/** The life of a session, in the days it takes. */
@QuarkusTest
class SessionTimeoutsTest {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource database;

    @Inject
    MemberConfig config;

    @Inject
    TestDatabase numbers;

    private final ManualClock clock = new ManualClock();
    private Sessions sessions;
    private Duration idle;
    private SessionId id;
    private long member;
    private String hash;

    @BeforeEach
    void open() {
        sessions = new Sessions(database, config, clock);
        idle = config.session().idleTimeout();
        String nickname = Visitor.member("timeout").nickname();
        member = numbers.of("SELECT id FROM member WHERE nickname = ?", nickname);
        numbers.change("DELETE FROM session WHERE member_id = ?", member); // that of the sign-up
        hash = QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).passwordHash);
        id = sessions.open(member, hash, "a browser")
                .flatMap(SessionId::ofCookie)
                .orElseThrow();
    }

    @Test
    void noSessionIsOpenedByAPasswordThatWasChangedSinceItWasChecked() {
        numbers.change("UPDATE member SET password_hash = 'another' WHERE id = ?", member);
        assertThat(sessions.open(member, hash, "a browser")).isEmpty();
        assertThat(sessions.of(member)).hasSize(1);
    }

    @Test
    void whoStaysAwayForTheIdleTimeoutIsSignedOut() {
        clock.pass(idle.minus(MOMENT));
        assertThat(sessions.of(member)).hasSize(1);
        clock.pass(MOMENT.multipliedBy(2));
        assertThat(sessions.findNow(id)).isEmpty();
        assertThat(sessions.of(member)).isEmpty();
    }

    @Test
    void everyUseBeginsTheIdleTimeAnew() {
        for (int visit = 0; visit < 3; visit++) {
            clock.pass(idle.minus(MOMENT));
            assertThat(sessions.findNow(id)).isPresent();
        }
    }

    @Test
    void noUseProlongsTheAbsoluteTimeout() {
        Duration absolute = config.session().absoluteTimeout();
        Duration step = Duration.ofDays(10);
        for (Duration age = step; age.compareTo(absolute) < 0; age = age.plus(step)) {
            clock.pass(step);
            assertThat(sessions.findNow(id)).as("after " + age).isPresent();
        }
        clock.pass(step.plus(MOMENT));
        assertThat(sessions.findNow(id)).isEmpty();
        new SessionSweep(sessions, config).run();
        assertThat(numbers.of("SELECT COUNT(*) FROM session WHERE id_hash = ?", (Object) id.hash()))
                .isZero();
    }
}
