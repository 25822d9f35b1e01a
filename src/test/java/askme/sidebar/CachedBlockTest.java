package askme.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import askme.sidebar.CachedBlock.Entry;
import askme.sidebar.CachedBlock.StoreDown;
import askme.sidebar.CachedBlock.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CachedBlockTest {

    private static final Times TIMES =
            new Times(Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(3));

    /** The source is slow, so that other readers arrive during the computation. */
    private static final long MOMENT_NS = 50_000_000;

    private final Shared store = new Shared();
    private final Ticks clock = new Ticks();
    private final AtomicInteger computed = new AtomicInteger();
    private volatile RuntimeException broken;
    private final CachedBlock<String> block = block();

    @Test
    void coldReadComputesAndStores() {
        assertThat(block.get()).isEqualTo("value 1");
        assertThat(store.entry.value()).isEqualTo("value 1");
        assertThat(store.locked).isFalse();
    }

    @Test
    void memoAvoidsReadingTheStore() {
        block.get();
        int reads = store.reads.get();
        block.get();
        assertThat(store.reads).hasValue(reads);
        clock.pass(Duration.ofSeconds(2));
        block.get();
        assertThat(store.reads).hasValue(reads + 1);
        assertThat(computed).hasValue(1);
    }

    @Test
    void refreshedValueAppearsAfterMemoAge() {
        block.get();
        block().refresh();
        assertThat(block.get()).isEqualTo("value 1");
        clock.pass(Duration.ofSeconds(2));
        assertThat(block.get()).isEqualTo("value 2");
    }

    @Test
    void coldReadsInTwoProcessesComputeOnce() throws Exception {
        CachedBlock<String> otherProcess = block();
        List<Callable<String>> readers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            readers.add(i % 2 == 0 ? block::get : otherProcess::get);
        }
        assertThat(atOnce(readers)).containsOnly("value 1").hasSize(200);
        assertThat(computed).hasValue(1);
    }

    @Test
    void staleValueIsServedDuringComputation() {
        store.entry = new Entry<>("stale", clock.instant().minusSeconds(1));
        store.locked = true;
        assertThat(block.get()).isEqualTo("stale");
        assertThat(computed).hasValue(0);
    }

    @Test
    void firstReaderOfStaleValueComputes() {
        store.entry = new Entry<>("stale", clock.instant().minusSeconds(1));
        assertThat(block.get()).isEqualTo("value 1");
    }

    @Test
    void lockOfDeadHolderDelaysOneRead() {
        store.locked = true;
        clock.running = true;
        assertThat(block.get()).isEqualTo("value 1");
    }

    @Test
    void storeOutageUsesSourceAndLongerMemo() {
        store.down = true;
        assertThat(block.get()).isEqualTo("value 1");
        clock.pass(Duration.ofSeconds(9));
        assertThat(block.get()).isEqualTo("value 1");
        clock.pass(Duration.ofSeconds(2));
        assertThat(block.get()).isEqualTo("value 2");
        assertThat(block.failure()).isInstanceOf(StoreDown.class);
        store.down = false;
        clock.pass(Duration.ofSeconds(11));
        block.get();
        assertThat(block.failure()).isNull();
    }

    @Test
    void outageOfStoreAndSourceGivesEmptyBlock() {
        store.down = true;
        broken = new IllegalStateException("no database");
        assertThat(block.get()).isEqualTo("empty");
    }

    @Test
    void sourceOutageKeepsStaleValue() {
        store.entry = new Entry<>("stale", clock.instant().minusSeconds(1));
        broken = new IllegalStateException("no database");
        assertThat(block.get()).isEqualTo("stale");
        assertThat(store.entry.value()).isEqualTo("stale");
        assertThat(store.locked).isFalse();
    }

    @Test
    void lastValueSurvivesOutageOfBoth() {
        block.get();
        store.down = true;
        broken = new IllegalStateException("no database");
        clock.pass(Duration.ofMinutes(11));
        assertThat(block.get()).isEqualTo("value 1");
    }

    @Test
    void memoIsReadWithoutWaiting() {
        assertThat(block.fromMemo()).isEqualTo("empty");
        block.get();
        clock.pass(Duration.ofHours(1));
        assertThat(block.fromMemo()).isEqualTo("value 1");
        assertThat(computed).hasValue(1);
    }

    private CachedBlock<String> block() {
        return new CachedBlock<>(store, this::compute, "empty", TIMES, clock);
    }

    private String compute() {
        if (broken != null) {
            throw broken;
        }
        LockSupport.parkNanos(MOMENT_NS);
        return "value " + computed.incrementAndGet();
    }

    static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The store that two processes share, as they share Redis. */
    private static final class Shared implements CachedBlock.Store<String> {

        private final AtomicInteger reads = new AtomicInteger();
        private volatile Entry<String> entry;
        private volatile boolean locked;
        private volatile boolean down;

        @Override
        public Optional<Entry<String>> read() {
            check();
            reads.incrementAndGet();
            return Optional.ofNullable(entry);
        }

        @Override
        public void write(Entry<String> written) {
            check();
            entry = written;
        }

        @Override
        public synchronized boolean lock() {
            check();
            boolean taken = !locked;
            locked = true;
            return taken;
        }

        @Override
        public void unlock() {
            check();
            locked = false;
        }

        private void check() {
            if (down) {
                throw new StoreDown(new IllegalStateException("no store"));
            }
        }
    }

    /** A clock that stands still, or runs with the wall clock, from the moment to which it was moved. */
    private static final class Ticks extends Clock {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private final long started = System.nanoTime();
        private volatile boolean running;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return running ? now.plusNanos(System.nanoTime() - started) : now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
