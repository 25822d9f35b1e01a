package askme.resilience;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The uses that this process makes of each part, and whether they fail. */
@Singleton
public class Parts {

    /** A use that failed longer ago than this is not tried any longer, so it proves nothing. */
    private static final Duration RECENT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<Part, List<OutageLog>> uses = new EnumMap<>(Part.class);

    public Parts(Clock clock) {
        this.clock = clock;
        for (Part part : Part.values()) {
            uses.put(part, new CopyOnWriteArrayList<>());
        }
    }

    /**
     * A part that this process cannot use.
     *
     * @param since the start of the outage
     * @param failures of all its uses since then
     * @param causedOutside whether a failure showed lately that the part or the network is at fault
     */
    public record Failing(Part part, Instant since, long failures, boolean causedOutside) {}

    /** The log of one use of {@code part}. Its caller reports every failure and every success. */
    public OutageLog use(Part part, String name) {
        OutageLog use = new OutageLog(name, clock);
        uses.get(part).add(use);
        return use;
    }

    /** The parts of which all recent uses have failed, in their order. */
    public List<Failing> failing() {
        List<Failing> failing = new ArrayList<>();
        uses.forEach((part, logs) -> failing(part, logs).ifPresent(failing::add));
        return failing;
    }

    private Optional<Failing> failing(Part part, List<OutageLog> logs) {
        Instant now = clock.instant();
        List<OutageLog.Running> running = logs.stream()
                .flatMap(log -> log.running().stream())
                .filter(outage -> outage.lastFailure().isAfter(now.minus(RECENT)))
                .toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        Instant begun = running.stream()
                .map(OutageLog.Running::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        // Another use may have succeeded since then, so the part answers this process.
        Instant worked = logs.stream()
                .map(OutageLog::lastSuccess)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant since = worked.isAfter(begun) ? worked : begun;
        long failures = running.stream().mapToLong(OutageLog.Running::failures).sum();
        boolean outside =
                running.stream().anyMatch(outage -> outage.lastCausedOutside().isAfter(now.minus(RECENT)));
        return Optional.of(new Failing(part, since, failures, outside));
    }
}
