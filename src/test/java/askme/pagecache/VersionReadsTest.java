package askme.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VersionReadsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** Work that a thread would run; the test runs it. */
    private final Deque<Runnable> threads = new ArrayDeque<>();

    private final List<Set<Long>> queries = new ArrayList<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Map<Long, Versions> results = new HashMap<>();
    private VersionReads.Source source = questions -> {
        queries.add(questions);
        return new Versions(Map.of(), queries.size());
    };
    private final VersionReads reads =
            new VersionReads(questions -> source.read(questions), threads::add, 1, TIMEOUT, nanoTime::get);

    private void read(long question) {
        reads.read(question, versions -> {
            assertThat(results).doesNotContainKey(question);
            results.put(question, versions);
        });
    }

    @Test
    void oneQueryServesAllThatWait() {
        read(1);
        read(2);
        read(3);
        assertThat(threads).hasSize(1);
        threads.remove().run();

        assertThat(queries).containsExactly(Set.of(1L, 2L, 3L));
        assertThat(results).hasSize(3);
    }

    @Test
    void aRequestDuringAQueryWaitsForTheNext() {
        source = questions -> {
            queries.add(questions);
            if (queries.size() == 1) {
                read(2); // its page may have changed after this query began
            }
            return new Versions(Map.of(), queries.size());
        };
        read(1);
        threads.remove().run();

        assertThat(queries).containsExactly(Set.of(1L), Set.of(2L));
        assertThat(results.get(1L).site()).isEqualTo(1);
        assertThat(results.get(2L).site()).isEqualTo(2);
    }

    @Test
    void aFailedQueryGivesNull() {
        source = questions -> {
            throw new IllegalStateException("the database is down");
        };
        read(1);
        threads.remove().run();
        assertThat(results).containsEntry(1L, null);

        source = questions -> new Versions(Map.of(), 7);
        read(2);
        threads.remove().run();
        assertThat(results.get(2L).site()).isEqualTo(7);
    }

    @Test
    void nobodyWaitsLongerThanTheTimeout() {
        source = questions -> {
            queries.add(questions);
            if (queries.size() == 1) {
                read(2);
                nanoTime.addAndGet(TIMEOUT.toNanos() + 1);
                reads.expire();
                assertThat(results).containsEntry(1L, null).containsEntry(2L, null);
                read(3); // the only query is stuck
                assertThat(results).containsEntry(3L, null);
            }
            return new Versions(Map.of(), queries.size());
        };
        read(1);
        threads.remove().run(); // ends late; its results are not used
        assertThat(queries).hasSize(1);

        read(4);
        threads.remove().run();
        assertThat(results.get(4L)).isNotNull();
    }
}
