package askme.cost;

import askme.support.RawRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Sends hostile requests to every route, one after the other, and notes what they cost. */
final class Fuzzer {

    /** No request may occupy an event loop for longer. */
    static final Duration MOST_ON_EVENT_LOOP = Duration.ofMillis(100);

    private final int port;
    private final Measured process;
    private final long seed;
    private final HostileRequests requests;
    private static final Set<String> ENDS_SESSION =
            Set.of("POST /logout", "POST /login", "POST /profile/password", "POST /profile/sessions/end-all");

    private final List<HostileRequests.Sender> senders;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Cost> costs = new TreeMap<>();
    private int sent;
    private boolean measuresLoops = true;

    /** The largest answer to a route and the longest processor time of a request to it. */
    record Cost(int bytes, Duration processor) {

        Cost or(Cost other) {
            return new Cost(
                    Math.max(bytes, other.bytes),
                    processor.compareTo(other.processor) > 0 ? processor : other.processor);
        }
    }

    Fuzzer(int port, Measured process, List<HostileRequests.Sender> senders, long seed) {
        this.port = port;
        this.process = process;
        this.senders = senders;
        this.seed = seed;
        this.requests = new HostileRequests(seed);
    }

    /** For several fuzzers at a time: the time of an event loop then has no one request. */
    Fuzzer withoutEventLoops() {
        measuresLoops = false;
        return this;
    }

    /** Sends one request to each route, again and again while {@code more}. */
    void run(List<Route> routes, BooleanSupplier more) {
        do {
            for (Route route : routes) {
                send(route, requests.next(route, sender(route)));
            }
        } while (more.getAsBoolean());
    }

    /** Nobody or a member, alternately. A member must not end the session of the next requests. */
    private HostileRequests.Sender sender(Route route) {
        HostileRequests.Sender next = senders.get(sent % senders.size());
        return ENDS_SESSION.contains(route.toString()) ? HostileRequests.Sender.UNKNOWN : next;
    }

    private void send(Route route, HostileRequests.Request request) {
        Map<Long, Duration> loops = measuresLoops ? process.eventLoops() : Map.of();
        Duration processor = process.processor();
        String answer = exchange(request);
        Duration onLoop = measuresLoops ? process.longestSince(loops) : Duration.ZERO;
        sent++;
        Cost cost = new Cost(answer.length(), process.processor().minus(processor));
        costs.merge(route.toString(), cost, Cost::or);
        if (answer.startsWith("HTTP/1.1 500") || answer.startsWith("no answer")) {
            fault(request, answer.lines().findFirst().orElse(""));
        }
        // Code that runs for the first time is slower: only a request that repeats the time is a fault.
        if (onLoop.compareTo(MOST_ON_EVENT_LOOP) > 0 && againOnLoop(request)) {
            fault(request, "an event loop was occupied for " + onLoop);
        }
    }

    private boolean againOnLoop(HostileRequests.Request request) {
        for (int i = 0; i < 2; i++) {
            Map<Long, Duration> loops = process.eventLoops();
            exchange(request);
            if (process.longestSince(loops).compareTo(MOST_ON_EVENT_LOOP) <= 0) {
                return false;
            }
        }
        return true;
    }

    private String exchange(HostileRequests.Request request) {
        try (RawRequest raw = RawRequest.open(port).send(request.bytes())) {
            return raw.rest();
        } catch (IOException e) {
            return e.getMessage() != null && e.getMessage().contains("reset") ? "" : "no answer: " + e;
        }
    }

    private void fault(HostileRequests.Request request, String what) {
        faults.add("seed " + seed + ", request " + sent + ", " + request.what() + ": " + what);
    }

    List<String> faults() {
        return faults;
    }

    int sent() {
        return sent;
    }

    /** By route. */
    Map<String, Cost> costs() {
        return costs;
    }
}
