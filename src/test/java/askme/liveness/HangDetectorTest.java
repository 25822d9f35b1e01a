package askme.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.support.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class HangDetectorTest {

    private static final Exception WAITS_IN_VAIN = new TimeoutException("no connection of the pool");
    private static final Exception BROKEN = new IOException("connection reset");
    private static final Predicate<Part> ANSWERS = part -> true;
    private static final Predicate<Part> AWAY = part -> false;

    private final ManualClock clock = new ManualClock();
    private final Parts parts = new Parts(clock);
    private final OutageLog mail = parts.use(Part.MAIL, "mail");
    private final HangDetector detector = new HangDetector(clock);

    private void pass(Duration time, Exception failure, Predicate<Part> answers) {
        for (int i = 0; i < time.toSeconds(); i += 2) {
            clock.pass(Duration.ofSeconds(2));
            mail.begins(failure);
            detector.judge(parts.failing(), answers, List.of());
        }
    }

    @Test
    void processHangsIfItCannotUseAPartThatAnswersOthers() {
        pass(Duration.ofSeconds(50), WAITS_IN_VAIN, ANSWERS);
        assertThat(detector.reason()).isEmpty();
        pass(Duration.ofSeconds(20), WAITS_IN_VAIN, ANSWERS);
        assertThat(detector.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("mail"));
    }

    @Test
    void partThatIsAwayIsNoReason() {
        pass(Duration.ofMinutes(20), WAITS_IN_VAIN, AWAY);
        assertThat(detector.reason()).isEmpty();
        assertThat(detector.mustEnd()).isFalse();
    }

    @Test
    void partThatBreaksConnectionsIsNoReason() {
        pass(Duration.ofMinutes(20), BROKEN, ANSWERS);
        assertThat(detector.reason()).isEmpty();
        assertThat(detector.answers(Part.MAIL)).isTrue();
    }

    @Test
    void partThatHasJustComeBackIsNoReason() {
        pass(Duration.ofMinutes(20), WAITS_IN_VAIN, AWAY);
        pass(Duration.ofSeconds(20), WAITS_IN_VAIN, ANSWERS);
        assertThat(detector.reason()).isEmpty();
    }

    @Test
    void successEndsTheReason() {
        pass(Duration.ofMinutes(2), WAITS_IN_VAIN, ANSWERS);
        mail.ends();
        detector.judge(parts.failing(), ANSWERS, List.of());
        assertThat(detector.reason()).isEmpty();
    }

    @Test
    void successOfAnotherUseOfThePartIsNoHang() {
        OutageLog test = parts.use(Part.MAIL, "test mail");
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(2), WAITS_IN_VAIN, ANSWERS);
            test.ends();
        }
        assertThat(detector.reason()).isEmpty();
    }

    @Test
    void processDoesNotEndWithinFiveMinutesOfItsStart() {
        pass(Duration.ofMinutes(4), WAITS_IN_VAIN, ANSWERS);
        assertThat(detector.reason()).isPresent();
        assertThat(detector.mustEnd()).isFalse();
        pass(Duration.ofMinutes(1), WAITS_IN_VAIN, ANSWERS);
        assertThat(detector.mustEnd()).isTrue();
    }

    @Test
    void processSaysSoBeforeItEnds() {
        clock.pass(Duration.ofHours(1));
        detector.judge(List.of(), ANSWERS, List.of("pages"));
        assertThat(detector.reason()).contains("threads pages");
        assertThat(detector.mustEnd()).isFalse();
        clock.pass(HangDetector.SAYS_SO_FOR);
        assertThat(detector.mustEnd()).isTrue();
    }
}
