package askme.moderation;

import askme.database.Jdbc;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * How many items wait in the review queue, for the header of moderators. A process reads the number at most once in two seconds, so that their pages
 * need no statement more than those of other members.
 */
@ApplicationScoped
@Unremovable // templates look it up
public class WaitingItems {

    /** They are counted up to this number: a range of an index. */
    public static final int MOST_COUNTED = 100;

    static final String COUNT = """
            SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM review_item FORCE INDEX (review_waiting) WHERE decided = 0 LIMIT %1$d) items)
                 + (SELECT COUNT(*) FROM (SELECT 1 FROM edit_suggestion FORCE INDEX (suggestion_waiting)
                    WHERE state = 'waiting' LIMIT %1$d) edits) AS waiting""".formatted(MOST_COUNTED);

    static final String NEWEST =
            "SELECT id FROM review_item FORCE INDEX (review_waiting) WHERE decided = 0 ORDER BY id DESC LIMIT 1";

    static final String NEWEST_EDIT =
            "SELECT id FROM edit_suggestion FORCE INDEX (suggestion_waiting) WHERE state = 'waiting' ORDER BY id DESC LIMIT 1";

    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Jdbc jdbc;
    private final LoadingCache<Boolean, Integer> memo;

    WaitingItems(AgroalDataSource database) {
        jdbc = new Jdbc(database);
        memo = Caffeine.newBuilder().expireAfterWrite(KEPT).build(key -> read());
    }

    /** The number a moment ago. 0 if the database cannot be read: a page that reports an outage has the header too. */
    public int recent() {
        try {
            return memo.get(true);
        } catch (RuntimeException e) {
            return 0;
        }
    }

    /** The number now. */
    public int now() {
        int number = read();
        memo.put(true, number);
        return number;
    }

    /** The id of the newest item that waits; 0 if none does. */
    public long newest() {
        return first(NEWEST);
    }

    /** The id of the newest suggested edit that waits; 0 if none does. */
    public long newestEdit() {
        return first(NEWEST_EDIT);
    }

    private long first(String sql) {
        try {
            return jdbc.query(sql, row -> row.getLong("id")).stream()
                    .findFirst()
                    .orElse(0L);
        } catch (SQLException e) {
            throw new IllegalStateException("the review queue cannot be read", e);
        }
    }

    private int read() {
        try {
            List<Integer> number = jdbc.query(COUNT, row -> row.getInt("waiting"));
            return number.get(0);
        } catch (SQLException e) {
            throw new IllegalStateException("the review queue cannot be counted", e);
        }
    }
}
