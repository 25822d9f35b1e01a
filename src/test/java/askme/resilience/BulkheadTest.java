package askme.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void othersWaitInTheirOrder() {
        Bulkhead bulkhead = new Bulkhead(2, 100, LONG);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger working = new AtomicInteger();
        List<Integer> started = new CopyOnWriteArrayList<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            Thread thread = new Thread(() -> bulkhead.call(() -> {
                started.add(number);
                assertThat(working.incrementAndGet()).isLessThanOrEqualTo(2);
                waitFor(go);
                return working.decrementAndGet();
            }));
            thread.start();
            all.add(thread);
            int callers = i + 1;
            await().until(() -> started.size() == Math.min(callers, 2)
                    && (callers <= 2 || thread.getState() == Thread.State.TIMED_WAITING));
        }
        go.countDown();
        await().until(() -> all.stream().noneMatch(Thread::isAlive));
        assertThat(started.subList(0, 2)).containsExactlyInAnyOrder(0, 1);
        assertThat(started).hasSize(6);
        assertThat(started.indexOf(5)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void callerGivesUpAfterMaxWait() {
        Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofMillis(1));
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> bulkhead.call(() -> {
            busy.countDown();
            return waitFor(go);
        }));
        waitFor(busy);
        assertThat(bulkhead.call(() -> "second")).isEmpty();
        go.countDown();
        assertThat(first.join()).contains("done");
        assertThat(bulkhead.call(() -> "third")).contains("third");
    }

    @Test
    void callerAfterThoseThatWaitIsRefusedAtOnce() {
        Bulkhead bulkhead = new Bulkhead(1, 2, LONG);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> inside = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread thread = new Thread(() -> bulkhead.call(() -> waitFor(go)));
            thread.start();
            inside.add(thread);
            await().until(() ->
                    thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        }
        assertThat(bulkhead.call(() -> "fourth")).isEmpty();
        go.countDown();
        await().until(() -> inside.stream().noneMatch(Thread::isAlive));
        assertThat(bulkhead.call(() -> "fifth")).contains("fifth");
    }

    @Test
    void failedWorkReleasesItsPermit() {
        Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofMillis(1));
        assertThatThrownBy(() -> bulkhead.call(() -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(bulkhead.call(() -> "next")).isEqualTo(Optional.of("next"));
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
