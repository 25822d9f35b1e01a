package askme.liveness;

import askme.resilience.Part;
import askme.resilience.Parts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether this process hangs: its own use of a part fails, although the part answers a new connection. A part that is itself
 * down is never a reason, and neither is one that breaks connections or answers with errors. The process ends only if it has said so for a while, and
 * never within five minutes of its start: so it cannot be restarted more often than that.
 */
final class HangDetector {

    /** How long the own use must fail, and the new connections work. */
    static final Duration FAILS_FOR = Duration.ofSeconds(60);

    /** How long the liveness check says so before the end. */
    static final Duration SAYS_SO_FOR = Duration.ofSeconds(10);

    static final Duration LIVES_AT_LEAST = Duration.ofMinutes(5);

    /** Half of the time, because the part itself may have been down in the other half. */
    private static final Duration WORKS_FOR = Duration.ofSeconds(30);

    private final Clock clock;
    private final Instant started;
    private final Map<Part, Instant> answersSince = new EnumMap<>(Part.class);
    private Optional<String> reason = Optional.empty();
    private Instant saidSince;

    HangDetector(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * Judges the process now.
     *
     * @param answers whether a part answers a new connection
     * @param stuck the groups of threads of which all are stuck
     */
    synchronized void judge(List<Parts.Failing> failing, Predicate<Part> answers, List<String> stuck) {
        answersSince
                .keySet()
                .retainAll(failing.stream().map(Parts.Failing::part).toList());
        Optional<String> found = Optional.empty();
        for (Parts.Failing part : failing) {
            if (hangs(part, answers)) {
                found = Optional.of("part " + part.part().label() + " since " + part.since());
            }
        }
        if (!stuck.isEmpty()) {
            found = Optional.of("threads " + String.join(", ", stuck));
        }
        if (found.isPresent() && reason.isEmpty()) {
            saidSince = clock.instant();
        }
        reason = found;
    }

    private boolean hangs(Parts.Failing failing, Predicate<Part> answers) {
        if (!answers.test(failing.part())) {
            answersSince.remove(failing.part());
            return false;
        }
        Instant now = clock.instant();
        Instant since = answersSince.computeIfAbsent(failing.part(), part -> now);
        return !failing.causedOutside()
                && !failing.since().plus(FAILS_FOR).isAfter(now)
                && !since.plus(WORKS_FOR).isAfter(now);
    }

    /** Why the process hangs; empty if it does not. */
    synchronized Optional<String> reason() {
        return reason;
    }

    /** Whether the part has answered new connections while this process could not use it. */
    synchronized boolean answers(Part part) {
        return answersSince.containsKey(part);
    }

    /** Whether the process should end now. */
    synchronized boolean mustEnd() {
        Instant now = clock.instant();
        return reason.isPresent()
                && !saidSince.plus(SAYS_SO_FOR).isAfter(now)
                && !started.plus(LIVES_AT_LEAST).isAfter(now);
    }
}
