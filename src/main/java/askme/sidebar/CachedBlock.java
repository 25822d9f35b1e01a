package askme.sidebar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One value that every page shows and that is dear to compute. A reader gets it
 *
 * <ol>
 *   <li>from this process's memo, if that is at most {@link Times#memo} old;
 *   <li>else from the shared store: one thread asks, the others go on with the old memo or, where there is none, wait;
 *   <li>else computed, by one process: whoever takes the store's lock. The others serve what has gone stale or, where
 *       there is nothing, wait for the value to appear.
 * </ol>
 *
 * With the store down the value is computed here, and the memo lasts {@link Times#outageMemo}; with the source down too
 * the last value known is shown, or the empty one. {@link #get} never throws.
 */
final class CachedBlock<T> {

    /**
     * A value in the store.
     *
     * @param freshUntil from then on it is stale: one reader computes it anew, the others still use it
     */
    @RegisterForReflection
    record Entry<T>(T value, Instant freshUntil) {}

    /** What processes share. Its methods throw {@link StoreDown} and nothing else. */
    interface Store<T> {

        Optional<Entry<T>> read();

        void write(Entry<T> entry);

        /** Whether this caller now holds the right to compute, which ends by itself if it dies. */
        boolean lock();

        void unlock();
    }

    /** The store does not answer. */
    static final class StoreDown extends RuntimeException {

        StoreDown(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * How long things last.
     *
     * @param fresh a stored value, before it is computed anew
     * @param memo the copy in this process
     * @param outageMemo that copy while the store is down: this is all that then protects the source
     * @param patience how long a reader waits for a value that somebody else computes
     */
    record Times(Duration fresh, Duration memo, Duration outageMemo, Duration patience) {}

    private record Memo<T>(T value, Instant until) {}

    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Store<T> store;
    private final Supplier<T> source;
    private final T empty;
    private final Times times;
    private final Clock clock;
    private final ReentrantLock flight = new ReentrantLock();
    private volatile Memo<T> memo;
    private volatile RuntimeException trouble;

    CachedBlock(Store<T> store, Supplier<T> source, T empty, Times times, Clock clock) {
        this.store = store;
        this.source = source;
        this.empty = empty;
        this.times = times;
        this.clock = clock;
    }

    /** The value as this process remembers it, however old: for threads that must not wait. */
    T remembered() {
        Memo<T> known = memo;
        return known == null ? empty : known.value;
    }

    T get() {
        Memo<T> known = memo;
        if (valid(known)) {
            return known.value;
        }
        if (takeFlight(known == null ? times.patience : Duration.ZERO)) {
            try {
                if (!valid(memo)) {
                    reload();
                }
            } finally {
                flight.unlock();
            }
        }
        return remembered();
    }

    /** Computes and stores the value whatever its age: the periodic task. */
    void refresh() {
        T value = source.get();
        store.write(entry(value));
        remember(value, times.memo);
    }

    /** What the last reload stumbled over, or null. */
    RuntimeException trouble() {
        return trouble;
    }

    private void reload() {
        trouble = null;
        try {
            remember(shared(), times.memo);
        } catch (StoreDown down) {
            trouble = down;
            remember(computed(null), times.outageMemo);
        }
    }

    private T shared() {
        Optional<Entry<T>> stored = store.read();
        if (fresh(stored)) {
            return stored.get().value;
        }
        if (store.lock()) {
            return computedUnderLock();
        }
        return stored.isPresent() ? stored.get().value : awaited();
    }

    private T computedUnderLock() {
        try {
            Optional<Entry<T>> meanwhile = store.read(); // somebody may have finished just before we took the lock
            if (fresh(meanwhile)) {
                return meanwhile.get().value;
            }
            T value = computed(meanwhile.map(Entry::value).orElse(null));
            if (trouble == null) {
                store.write(entry(value));
            }
            return value;
        } finally {
            store.unlock();
        }
    }

    private T awaited() {
        Instant deadline = clock.instant().plus(times.patience);
        while (clock.instant().isBefore(deadline)) {
            LockSupport.parkNanos(POLL_NS);
            Optional<Entry<T>> stored = store.read();
            if (stored.isPresent()) {
                return stored.get().value;
            }
        }
        return computed(null); // whoever held the lock has died or is slow
    }

    /** The source's value; where that fails, the best there is. */
    private T computed(T stale) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            trouble = e;
            return stale == null ? remembered() : stale;
        }
    }

    private Entry<T> entry(T value) {
        return new Entry<>(value, clock.instant().plus(times.fresh));
    }

    private void remember(T value, Duration how) {
        memo = new Memo<>(value, clock.instant().plus(how));
    }

    private boolean fresh(Optional<Entry<T>> entry) {
        return entry.isPresent() && entry.get().freshUntil.isAfter(clock.instant());
    }

    private boolean valid(Memo<T> known) {
        return known != null && known.until.isAfter(clock.instant());
    }

    private boolean takeFlight(Duration patience) {
        try {
            return flight.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
