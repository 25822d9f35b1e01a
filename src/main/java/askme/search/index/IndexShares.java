package askme.search.index;

import askme.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** How common words are in each table, as of at most {@link #LIFE} ago. */
@ApplicationScoped
public class IndexShares {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int SAMPLE = 2_000;

    /** A search of fewer posts is fast in any case. */
    private static final int SMALLEST_SAMPLE = 1_000;

    private final Jdbc jdbc;
    private final Clock clock;
    private final Map<IndexTable, Memo> memos = new ConcurrentHashMap<>();

    IndexShares(DataSource database, Clock clock) {
        this.jdbc = new Jdbc(database);
        this.clock = clock;
    }

    private record Memo(WordShares shares, Instant until) {}

    /** The shares of the newest posts of {@code table}; of a small one unknown. */
    public WordShares of(IndexTable table) {
        Memo last = memos.get(table);
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until)) {
            return last.shares;
        }
        WordShares known = last == null ? WordShares.UNKNOWN : last.shares;
        memos.put(table, new Memo(known, now.plus(LIFE))); // Other searches do not read the sample too.
        try {
            List<String> rows = jdbc.query(table.newest(), row -> row.getString("words"), SAMPLE);
            WordShares shares = rows.size() < SMALLEST_SAMPLE ? WordShares.UNKNOWN : WordShares.of(rows);
            memos.put(table, new Memo(shares, now.plus(LIFE)));
            return shares;
        } catch (SQLException e) {
            memos.put(table, new Memo(known, now));
            throw new IllegalStateException("the sample of the search index cannot be read", e);
        }
    }
}
