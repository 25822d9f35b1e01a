package askme.outage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The responses that people received during a fault and after it.
 *
 * @param seen for each duty the statuses and the longest time during the fault
 * @param flowsAfterMs the longest time from the end of a fault until everything flowed
 * @param broken what the matrix demands and was not so
 */
record Findings(
        Cell cell,
        Map<Duty, Seen> seen,
        long flowsAfterMs,
        Deliveries deliveries,
        Resources before,
        Resources after,
        List<String> broken) {

    /** During the fault. */
    record Seen(Set<Integer> statuses, long longestMs) {}

    /** The answers stored, and how many mails and publications arrived more than once. */
    record Deliveries(int answers, int mailsTwice, int publicationsTwice) {}

    record Resources(int threads, int connections) {}

    static Findings of(
            Cell cell,
            List<People.Done> during,
            List<Long> flowed,
            Deliveries deliveries,
            Resources before,
            Resources after,
            List<String> broken) {
        Map<Duty, Seen> seen = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            List<People.Done> own =
                    during.stream().filter(request -> request.duty() == duty).toList();
            Set<Integer> statuses =
                    own.stream().map(People.Done::status).collect(Collectors.toCollection(TreeSet::new));
            long longest = own.stream().mapToLong(People.Done::millis).max().orElse(0);
            seen.put(duty, new Seen(statuses, longest));
        }
        long flows = flowed.isEmpty() ? -1 : Collections.max(flowed);
        List<String> all = new ArrayList<>(broken);
        all.addAll(demands(cell, during, seen, flows, deliveries));
        return new Findings(cell, seen, flows, deliveries, before, after, all);
    }

    private static List<String> demands(
            Cell cell, List<People.Done> during, Map<Duty, Seen> seen, long flows, Deliveries deliveries) {
        List<String> broken = new ArrayList<>();
        seen.forEach((duty, of) -> {
            if (of.longestMs() > CellRun.PAGE_WITHIN_MS) {
                broken.add(duty + " took " + of.longestMs() + " ms");
            }
            if (!Set.of(200, 503).containsAll(of.statuses())) {
                broken.add(duty + " had the status " + of.statuses());
            }
            if (!cell.pagesMayFail() && !of.statuses().equals(Set.of(200))) {
                broken.add(duty + " failed, though no page needs this part: " + of.statuses());
            }
        });
        if (during.stream().anyMatch(request -> !request.kept())) {
            broken.add("a refused text did not come back");
        }
        if (flows > CellRun.FLOWS_WITHIN_MS) {
            broken.add("flows after " + flows + " ms");
        }
        if (deliveries.publicationsTwice() > 0) {
            broken.add(deliveries.publicationsTwice() + " publications twice");
        }
        if (deliveries.mailsTwice() > 0 && !cell.mayRepeatMail()) {
            broken.add(deliveries.mailsTwice() + " mails twice");
        }
        return broken;
    }
}
