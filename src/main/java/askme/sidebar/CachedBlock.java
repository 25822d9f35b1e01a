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
 * One value that every page shows and that is expensive to compute. A reader receives it
 *
 * <ol>
 *   <li>from the memo of this process, if the memo is at most {@link Times#memo} old;
 *   <li>else from the shared store. One thread reads the store. The others use the old memo, or wait if no memo exists;
 *   <li>else from the source. The process that takes the store's lock computes the value. The others use the stale
 *       value, or wait for the new one if the store is empty.
 * </ol>
 *
 * If the store is down, this process computes the value and uses the memo for {@link Times#outageMemo}. If the source is
 * down too, readers receive the last value or the empty one. {@link #get} never throws.
 */
final class CachedBlock<T> {

    /**
     * A value in the store.
     *
     * @param freshUntil after this moment one reader computes the value again, and the others still use this one
     */
    @RegisterForReflection
    record Entry<T>(T value, Instant freshUntil) {}

    /** The store that all processes share. Its methods throw only {@link StoreDown}. */
    interface Store<T> {

        Optional<Entry<T>> read();

        void write(Entry<T> entry);

        /** Returns true if this caller took the lock. The lock expires if its holder dies. */
        boolean lock();

        void unlock();
    }

    /** The store cannot be reached. */
    static final class StoreDown extends RuntimeException {

        StoreDown(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Time limits.
     *
     * @param fresh how long a stored value is used before it is computed again
     * @param memo how long this process uses its copy
     * @param outageMemo how long this process uses its copy while the store is down; nothing else protects the source then
     * @param patience how long a reader waits for a value that another thread or process computes
     */
    record Times(Duration fresh, Duration memo, Duration outageMemo, Duration patience) {}

    private record Memo<T>(T value, Instant until) {}

    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Store<T> store;
    private final Supplier<T> source;
    private final T empty;
    private final Times times;
    private final Clock clock;
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile Memo<T> memo;
    private volatile RuntimeException failure;

    CachedBlock(Store<T> store, Supplier<T> source, T empty, Times times, Clock clock) {
        this.store = store;
        this.source = source;
        this.empty = empty;
        this.times = times;
        this.clock = clock;
    }

    /** The value of the memo, of any age: for threads that must not wait. */
    T fromMemo() {
        Memo<T> current = memo;
        return current == null ? empty : current.value;
    }

    T get() {
        Memo<T> current = memo;
        if (valid(current)) {
            return current.value;
        }
        if (startReload(current == null ? times.patience : Duration.ZERO)) {
            try {
                if (!valid(memo)) {
                    reload();
                }
            } finally {
                reloading.unlock();
            }
        }
        return fromMemo();
    }

    /** Computes and stores the value even if it is still fresh; called by the periodic task. */
    void refresh() {
        T value = source.get();
        store.write(entry(value));
        remember(value, times.memo);
    }

    /** The failure of the store or the source at the last reload, or null. */
    RuntimeException failure() {
        return failure;
    }

    private void reload() {
        failure = null;
        try {
            remember(shared(), times.memo);
        } catch (StoreDown down) {
            failure = down;
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
            // Another process may have stored the value just before this one took the lock.
            Optional<Entry<T>> stored = store.read();
            if (fresh(stored)) {
                return stored.get().value;
            }
            T value = computed(stored.map(Entry::value).orElse(null));
            if (failure == null) {
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
        return computed(null); // The holder of the lock died or is slow.
    }

    /** The source's value. If the source fails: the stale value, else the memo. */
    private T computed(T stale) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            failure = e;
            return stale == null ? fromMemo() : stale;
        }
    }

    private Entry<T> entry(T value) {
        return new Entry<>(value, clock.instant().plus(times.fresh));
    }

    private void remember(T value, Duration duration) {
        memo = new Memo<>(value, clock.instant().plus(duration));
    }

    private boolean fresh(Optional<Entry<T>> entry) {
        return entry.isPresent() && entry.get().freshUntil.isAfter(clock.instant());
    }

    private boolean valid(Memo<T> current) {
        return current != null && current.until.isAfter(clock.instant());
    }

    private boolean startReload(Duration patience) {
        try {
            return reloading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
