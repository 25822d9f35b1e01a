package askme.search;

import askme.search.index.IndexSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Searches shards from the newest to the oldest until enough is found. A word of many posts is found in the newest shards,
 * and a rare one costs little in all of them. So the work does not grow with the size of the site.
 */
final class ShardWalk {

    /** One of the newest shards may have just begun and another may not exist yet. */
    static final int FIRST = 3;

    /** To sort by age all matches of the first shards are fetched, so such a search begins with fewer. */
    static final int NEWEST = 2;

    private static final int ALL = Integer.MAX_VALUE / 2;

    private ShardWalk() {}

    /** The number of shards to begin with: a rare word needs them all. */
    static int first(IndexSearch search) {
        return search.isRare() ? ALL : FIRST;
    }

    /**
     * The results of {@code search} in {@code shards}, at least {@code wanted} if so many exist.
     *
     * @param first the number of shards to begin with, {@link #first} or {@link #NEWEST}
     */
    static <T> List<T> search(List<Integer> shards, int first, int wanted, Function<List<Integer>, List<T>> search) {
        List<T> found = new ArrayList<>();
        for (int from = 0; from < shards.size() && found.size() < wanted; ) {
            int to = Math.min(shards.size(), from + groupSize(from, first, found.size(), wanted));
            found.addAll(search.apply(shards.subList(from, to)));
            from = to;
        }
        return found;
    }

    /** Twice as many shards as should contain the rest. If the searched ones contain nothing, the rest contains little. */
    private static int groupSize(int searched, int first, int found, int wanted) {
        if (searched < FIRST) {
            return searched == 0 ? first : FIRST - searched;
        }
        return found == 0 ? ALL : Math.max(FIRST, 2 * searched * (wanted - found) / found);
    }
}
