package askme.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final UuidV7 ids = new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    @Test
    void idIsUuidV7ThatBeginsWithTheTime() {
        UUID id = UUID.fromString(ids.next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void idsOfOneMillisecondAreSorted() {
        assertThat(Stream.generate(ids::next).limit(5000).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void parallelThreadsGetDistinctIds() {
        Set<String> all = new HashSet<>(
                IntStream.range(0, 20_000).parallel().mapToObj(n -> ids.next()).toList());
        assertThat(all).hasSize(20_000);
    }
}
