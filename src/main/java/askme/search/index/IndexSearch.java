package askme.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a field of the index is searched for a query. InnoDB reads the posts of each word in the order of the expression and
 * skips those outside of the posts found so far. So the rarest word comes first.
 */
public final class IndexSearch {

    private final IndexQuery query;
    private final Field field;
    private final List<Required> rarestFirst = new ArrayList<>();

    private record Required(IndexTerm term, boolean prefix, double share) {}

    IndexSearch(IndexQuery query, Field field, boolean prefix, WordShares shares) {
        this.query = query;
        this.field = field;
        List<IndexTerm> terms = query.terms();
        for (int i = 0; i < terms.size(); i++) {
            boolean beginning = prefix && i == terms.size() - 1;
            double share = terms.get(i).share(field.in(0), beginning, shares);
            rarestFirst.add(new Required(terms.get(i), beginning, share));
        }
        rarestFirst.sort(Comparator.comparingDouble(Required::share));
    }

    /** Whether a term is in few posts, so that all shards are likely to be needed. */
    public boolean isRare() {
        return !rarestFirst.isEmpty() && rarestFirst.get(0).share == 0;
    }

    /** The expression for {@code AGAINST (… IN BOOLEAN MODE)} that finds the query in {@code shards}. */
    public String against(List<Integer> shards) {
        if (shards.size() == 1) {
            return inShard(field.in(shards.get(0)));
        }
        return shards.stream()
                .map(shard -> "(" + inShard(field.in(shard)) + ")")
                .collect(Collectors.joining(" "));
    }

    private String inShard(String prefix) {
        List<String> parts = new ArrayList<>();
        rarestFirst.forEach(one -> parts.add(one.term.required(prefix, one.prefix)));
        query.phrases().forEach(phrase -> parts.add(phrase.part("+", prefix)));
        query.excluded().forEach(phrase -> parts.add(phrase.part("-", prefix)));
        return String.join(" ", parts);
    }
}
