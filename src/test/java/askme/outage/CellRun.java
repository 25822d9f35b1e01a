package askme.outage;

import static org.awaitility.Awaitility.await;

import askme.support.FaultProxy;
import askme.support.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.awaitility.core.ConditionTimeoutException;

/** Plays one fault of one part while people do everything, and measures what they see. */
final class CellRun {

    /** A page waits this long at most. */
    static final long PAGE_WITHIN_MS = 5_000;

    /** So long after the end of the fault everything flows again. */
    static final long FLOWS_WITHIN_MS = 5_000;

    private static final Duration FLOWS_BEFORE = Duration.ofSeconds(30);
    private static final Duration WATCHED_AFTER = Duration.ofSeconds(8);
    private static final Duration ALL_DELIVERED = Duration.ofSeconds(90);
    private static final Duration AT_REST = Duration.ofSeconds(60);
    private static final Duration PAUSE_BETWEEN_FAULTS = Duration.ofSeconds(10);
    private static final int SHORT_PAUSE_MS = 700;
    private static final int LONG_PAUSE_MS = 4_000;

    private final OutageSite site;
    private final People people;
    private final Cell cell;
    private final Arrivals arrivals;
    private final long question;
    private final List<Long> flowed = new ArrayList<>();
    private final List<People.Done> during = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private CellRun(OutageSite site, People people, Cell cell) {
        this.site = site;
        this.people = people;
        this.cell = cell;
        Inbox.empty();
        question = people.ask();
        arrivals = new Arrivals(people.recipient(), question, site.hub);
    }

    static Findings of(OutageSite site, People people, Cell cell) throws Exception {
        CellRun run = new CellRun(site, people, cell);
        try {
            return run.measure();
        } finally {
            run.arrivals.close();
        }
    }

    private Findings measure() throws Exception {
        boolean many = cell.fault().times() > 1;
        people.begin(many ? LONG_PAUSE_MS : SHORT_PAUSE_MS);
        int threads;
        int connections;
        try (people) {
            long start = System.nanoTime();
            await().atMost(FLOWS_BEFORE).until(() -> missing(start), String::isEmpty);
            threads = site.threads();
            connections = site.connections();
            for (int i = 0; i < cell.fault().times(); i++) {
                fault();
            }
        }
        settle();
        Findings.Resources before = new Findings.Resources(threads, connections);
        return Findings.of(cell, during, flowed, deliveries(), before, atRest(before), broken);
    }

    /** One fault and its end. */
    private void fault() throws InterruptedException {
        long begun = System.nanoTime();
        FaultProxy.Active fault = site.part(cell.part()).begin(cell.fault());
        try {
            hold(cell.fault().length);
        } finally {
            fault.close();
        }
        long ended = System.nanoTime();
        try {
            await().atMost(FLOWS_BEFORE).until(() -> flowing(ended).isPresent());
            flowed.add((flowing(ended).getAsLong() - ended) / 1_000_000);
        } catch (ConditionTimeoutException e) {
            broken.add("does not flow half a minute after the end: " + missing(ended));
        }
        hold(cell.fault().times() > 1 ? PAUSE_BETWEEN_FAULTS : WATCHED_AFTER);
        people.done().stream()
                .filter(request -> request.ended() > begun && request.begun() < ended)
                .forEach(during::add);
        List<People.Done> late = people.done().stream()
                .filter(request -> request.begun() > ended + FLOWS_WITHIN_MS * 1_000_000 && request.failed())
                .toList();
        if (!late.isEmpty()) {
            broken.add(late.size() + " requests failed later than 5 s after the end, the first: " + late.get(0));
        }
    }

    /** The length of the fault is the length of this wait. */
    private static void hold(Duration length) throws InterruptedException {
        new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The moment at which everything that began after {@code since} had worked once. */
    private OptionalLong flowing(long since) {
        long last = since;
        for (Duty duty : Duty.values()) {
            OptionalLong first = firstSuccess(duty, since);
            if (first.isEmpty()) {
                return first;
            }
            last = Math.max(last, first.getAsLong());
        }
        for (Map<String, Arrivals.Counted> arrived : List.of(arrivals.mails(), arrivals.publications())) {
            OptionalLong first = firstArrival(arrived, since);
            if (first.isEmpty()) {
                return first;
            }
            last = Math.max(last, first.getAsLong());
        }
        return OptionalLong.of(last);
    }

    private String missing(long since) {
        List<String> missing = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            if (firstSuccess(duty, since).isEmpty()) {
                missing.add(duty.toString());
            }
        }
        if (firstArrival(arrivals.mails(), since).isEmpty()) {
            missing.add("mail");
        }
        if (firstArrival(arrivals.publications(), since).isEmpty()) {
            missing.add("live");
        }
        return String.join(", ", missing);
    }

    private OptionalLong firstSuccess(Duty duty, long since) {
        return people.done().stream()
                .filter(request -> request.duty() == duty && request.begun() > since && !request.failed())
                .mapToLong(People.Done::ended)
                .findFirst();
    }

    /** The arrival of the first of those whose answers were posted after {@code since}. */
    private OptionalLong firstArrival(Map<String, Arrivals.Counted> arrived, long since) {
        return people.posts().stream()
                .filter(post -> post.begun() > since && arrived.containsKey(post.text()))
                .mapToLong(post -> arrived.get(post.text()).first())
                .min();
    }

    /** Waits until each stored answer has its mail and its publication. */
    private void settle() {
        try {
            await().atMost(ALL_DELIVERED)
                    .ignoreExceptions()
                    .until(() -> stored() == arrivals.mails().size()
                            && stored() <= arrivals.publications().size() + lostHistory());
        } catch (ConditionTimeoutException e) {
            broken.add("of " + stored() + " answers, " + arrivals.mails().size() + " mailed and "
                    + arrivals.publications().size() + " published");
        }
    }

    /** A killed hub loses what it published just before, and this test may not have read it. */
    private int lostHistory() {
        return cell.part() == Part.CENTRIFUGO && cell.fault() == Fault.KILLED ? 1 : 0;
    }

    private long stored() {
        return site.database.number("SELECT COUNT(*) FROM answer WHERE question_id = " + question);
    }

    private Findings.Deliveries deliveries() {
        ToIntFunction<Map<String, Arrivals.Counted>> twice = arrived -> arrived.values().stream()
                .mapToInt(counted -> counted.times() - 1)
                .sum();
        check("answers stored twice", "SELECT COUNT(*) - COUNT(DISTINCT body) FROM answer WHERE question_id = ");
        check(
                "answer_count differs by",
                "SELECT answer_count - (SELECT COUNT(*) FROM answer WHERE question_id = question.id) FROM question WHERE id = ");
        check(
                "rating differs by",
                "SELECT rating - (SELECT COALESCE(SUM(value), 0) FROM question_vote WHERE question_id = question.id)"
                        + " FROM question WHERE id = ");
        long accepted = people.posts().size();
        if (accepted > stored()) {
            broken.add((accepted - stored()) + " accepted answers lost");
        }
        return new Findings.Deliveries(
                (int) stored(), twice.applyAsInt(arrivals.mails()), twice.applyAsInt(arrivals.publications()));
    }

    private void check(String what, String query) {
        long found = site.database.number(query + question);
        if (found != 0) {
            broken.add(what + " " + found);
        }
    }

    /** The threads and connections as soon as there are not more than before. */
    private Findings.Resources atRest(Findings.Resources before) throws Exception {
        try {
            await().atMost(AT_REST)
                    .ignoreExceptions()
                    .until(() -> site.threads() <= before.threads() && site.connections() <= before.connections());
        } catch (ConditionTimeoutException e) {
            broken.add("threads or connections remain");
        }
        if (!site.isAlive()) {
            broken.add("the process ended");
        }
        return new Findings.Resources(site.threads(), site.connections());
    }
}
