package askme.search.index;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Which shards each table has, and whether it holds all posts, as of at most a second ago. */
@ApplicationScoped
public class IndexState {

    private static final Duration LIFE = Duration.ofSeconds(1);
    private static final String FILLED = "SELECT name FROM search_progress WHERE filled = 1";

    private final Jdbc jdbc;
    private final Clock clock;
    private volatile Memo memo = new Memo(Map.of(), Set.of(), Long.MIN_VALUE);

    IndexState(DataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    private record Memo(Map<IndexTable, List<Integer>> shards, Set<String> filled, long until) {}

    /** The shards of {@code table}, the newest first, with one more that the next post may begin. */
    public List<Integer> shards(IndexTable table) {
        return current().shards.get(table);
    }

    /** Whether the table holds every post. */
    public boolean filled(IndexTable table) {
        return current().filled.contains(table.progress);
    }

    private Memo current() {
        Memo last = memo;
        long now = clock.millis();
        if (now < last.until) {
            return last;
        }
        try {
            memo = read(now);
        } catch (SQLException e) {
            throw new IllegalStateException("the state of the search index cannot be read", e);
        }
        return memo;
    }

    private Memo read(long now) throws SQLException {
        Map<IndexTable, List<Integer>> shards = new EnumMap<>(IndexTable.class);
        for (IndexTable table : IndexTable.values()) {
            TreeSet<Integer> newestFirst = new TreeSet<>(Comparator.reverseOrder());
            newestFirst.addAll(jdbc.query(table.shards(), row -> row.getInt("shard")));
            newestFirst.add(newestFirst.isEmpty() ? 0 : (newestFirst.first() + 1) % Shard.MOST);
            shards.put(table, List.copyOf(newestFirst));
        }
        Set<String> filled = new HashSet<>(jdbc.query(FILLED, row -> row.getString("name")));
        return new Memo(shards, filled, now + LIFE.toMillis());
    }
}
