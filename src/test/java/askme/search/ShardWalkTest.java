package askme.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardWalkTest {

    private static final List<Integer> SHARDS = IntStream.range(0, 100).boxed().toList();

    private final List<List<Integer>> searched = new ArrayList<>();

    private List<Integer> search(int inEachShard) {
        return search(ShardWalk.FIRST, inEachShard);
    }

    private List<Integer> search(int first, int inEachShard) {
        return ShardWalk.search(SHARDS, first, 20, shards -> {
            searched.add(List.copyOf(shards));
            return shards.stream()
                    .flatMap(shard -> Collections.nCopies(inEachShard, shard).stream())
                    .toList();
        });
    }

    @Test
    void commonWordIsSearchedInTheNewestShards() {
        assertThat(search(10)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(searched).containsExactly(SHARDS.subList(0, ShardWalk.FIRST));
    }

    @Test
    void walkThatBeginsSmallEstimatesAfterTheFirstThree() {
        assertThat(search(ShardWalk.NEWEST, 10)).hasSize(20);
        assertThat(searched).containsExactly(SHARDS.subList(0, ShardWalk.NEWEST));
        searched.clear();
        search(ShardWalk.NEWEST, 0);
        assertThat(searched.subList(0, 2))
                .containsExactly(
                        SHARDS.subList(0, ShardWalk.NEWEST), SHARDS.subList(ShardWalk.NEWEST, ShardWalk.FIRST));
        assertThat(searched).hasSize(3);
    }

    @Test
    void absentWordIsSearchedInTwoSteps() {
        assertThat(search(0)).isEmpty();
        assertThat(searched).hasSize(2);
        assertThat(searched.stream().mapToInt(List::size).sum()).isEqualTo(SHARDS.size());
    }

    @Test
    void otherWordIsSearchedInAsManyShardsAsItNeeds() {
        assertThat(search(2)).hasSizeBetween(20, 60);
        assertThat(searched).hasSize(2);
    }
}
