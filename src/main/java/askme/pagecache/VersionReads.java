package askme.pagecache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Reads versions for many requests at a time. One query serves all requests that were waiting when it began, so each of them gets
 * versions that are not older than itself. No request waits longer than the timeout, even if a query never ends. Safe for
 * concurrent use.
 */
final class VersionReads {

    /** Reads the versions of these questions from the database. */
    @FunctionalInterface
    interface Source {
        Versions read(Set<Long> questions) throws Exception;
    }

    private final Source source;
    private final Executor threads;
    private final int maxQueries;
    private final long timeoutNs;
    private final LongSupplier nanoTime;
    private final List<Request> waiting = new ArrayList<>();
    private final List<List<Request>> running = new ArrayList<>();
    private int queries;

    /**
     * @param maxQueries the most queries at a time
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    VersionReads(Source source, Executor threads, int maxQueries, Duration timeout, LongSupplier nanoTime) {
        this.source = source;
        this.threads = threads;
        this.maxQueries = maxQueries;
        this.timeoutNs = timeout.toNanos();
        this.nanoTime = nanoTime;
    }

    private record Request(long question, long since, Consumer<Versions> callback, AtomicBoolean completed) {

        void complete(Versions versions) {
            if (completed.compareAndSet(false, true)) {
                callback.accept(versions);
            }
        }
    }

    /**
     * Reads the version of a question and of the site.
     *
     * @param callback is called once, on any thread, with null if the database did not answer in time
     */
    void read(long question, Consumer<Versions> callback) {
        Request request = new Request(question, nanoTime.getAsLong(), callback, new AtomicBoolean());
        boolean start;
        synchronized (this) {
            if (isStuck()) {
                start = false;
            } else {
                waiting.add(request);
                start = queries < maxQueries;
                queries += start ? 1 : 0;
                request = null;
            }
        }
        if (request != null) {
            request.complete(null);
        } else if (start) {
            threads.execute(this::run);
        }
    }

    /** Fails the requests that have waited longer than the timeout. Call it often, for example four times in a timeout. */
    void expire() {
        List<Request> late;
        synchronized (this) {
            late = new ArrayList<>();
            waiting.removeIf(request -> isLate(request) && late.add(request));
            running.forEach(batch -> batch.stream().filter(this::isLate).forEach(late::add));
        }
        late.forEach(request -> request.complete(null));
    }

    private void run() {
        List<Request> batch = next(List.of());
        while (!batch.isEmpty()) {
            Versions versions = read(batch);
            for (Request request : batch) {
                request.complete(versions);
            }
            batch = next(batch);
        }
    }

    private Versions read(List<Request> batch) {
        try {
            return source.read(batch.stream().map(Request::question).collect(Collectors.toSet()));
        } catch (Exception e) {
            return null; // the reader of a page gets the cached one; who reads another page sees the failure
        }
    }

    private synchronized List<Request> next(List<Request> finished) {
        running.removeIf(batch -> batch == finished);
        List<Request> batch = List.copyOf(waiting);
        waiting.clear();
        if (batch.isEmpty()) {
            queries--;
        } else {
            running.add(batch);
        }
        return batch;
    }

    /** Whether all queries have run longer than the timeout: another request would only wait for it too. */
    private boolean isStuck() {
        return queries == maxQueries && !running.isEmpty() && running.stream().allMatch(batch -> isLate(batch.get(0)));
    }

    private boolean isLate(Request request) {
        return nanoTime.getAsLong() - request.since > timeoutNs;
    }
}
