package askme.question;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Stored starting points of deep pages, so that page 5,000 walks as few rows as page 2: the nearest anchor before it and
 * at most {@value #SPACING} index entries from there. The newest are counted from the oldest end, which never moves; the
 * other lists shift with each vote and are rebuilt now and then, so a deep page of theirs is as exact as the last rebuild.
 */
@ApplicationScoped
public class Anchors {

    /** Rows between two anchors. */
    static final int SPACING = 200;

    /** Up to here an offset is cheap, and exact at once. */
    static final int SHALLOW = 1000;

    static final String BEFORE = "SELECT position, rating, id FROM page_anchor"
            + " WHERE list = :list AND position <= :position ORDER BY position DESC LIMIT 1";
    static final String AFTER = "SELECT position, rating, id FROM page_anchor"
            + " WHERE list = :list AND position >= :position ORDER BY position LIMIT 1";
    private static final String EVERY =
            "SELECT n - 1 AS position, rating, id FROM (%s) counted WHERE (n - 1) %% " + SPACING + " = 0";
    private static final String LARGE_TAGS = "SELECT id FROM tag WHERE question_count > :least";
    private static final int ROWS_A_STATEMENT = 500;

    private final Session database;

    Anchors(Session database) {
        this.database = database;
    }

    /**
     * Where a page begins.
     *
     * @param rating the rating to walk down from
     * @param id the id to walk down from among those of this rating
     * @param skip rows to leave out from there
     */
    record Start(int rating, long id, int skip) {

        boolean atTop() {
            return id == Long.MAX_VALUE;
        }

        static Start top(int skip) {
            return new Start(Integer.MAX_VALUE, Long.MAX_VALUE, skip);
        }
    }

    Start newest(int skip, long total) {
        if (skip <= SHALLOW) {
            return Start.top(skip);
        }
        int fromOldest = (int) Math.max(0, total - 1 - skip);
        Object[] anchor = find(AFTER, "newest", fromOldest);
        return anchor == null ? Start.top(skip) : new Start(0, (Long) anchor[2], (Integer) anchor[0] - fromOldest);
    }

    Start hot(int skip) {
        return rated("hot", skip);
    }

    Start tagged(long tag, int skip) {
        return rated("tag:" + tag, skip);
    }

    private Start rated(String list, int skip) {
        Object[] anchor = skip <= SHALLOW ? null : find(BEFORE, list, skip);
        return anchor == null
                ? Start.top(skip)
                : new Start((Integer) anchor[1], (Long) anchor[2], skip - (Integer) anchor[0]);
    }

    private Object[] find(String sql, String list, int position) {
        List<Object[]> found = typed(database.createNativeQuery(sql, Object[].class))
                .setParameter("list", list)
                .setParameter("position", position)
                .list();
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Stores the anchors of all lists anew: one walk of each index, a quarter of a second at 100,000 questions. Read
     * without locks and written apart: an INSERT … SELECT would lock every row it read, and hold up all votes meanwhile.
     */
    @ActivateRequestContext
    public void rebuild() {
        store("newest", read("SELECT rating, id, ROW_NUMBER() OVER (ORDER BY id) n FROM question"));
        store("hot", read("SELECT rating, id, ROW_NUMBER() OVER (ORDER BY rating DESC, id DESC) n FROM question"));
        List<Long> large = database.createNativeQuery(LARGE_TAGS, Long.class)
                .addScalar("id", Long.class)
                .setParameter("least", SHALLOW)
                .list();
        for (Long tag : large) {
            store("tag:" + tag, read("""
                    SELECT rating, question_id AS id, ROW_NUMBER() OVER (ORDER BY rating DESC, question_id DESC) n
                    FROM question_tag WHERE tag_id = %d""".formatted(tag)));
        }
    }

    private List<Object[]> read(String counted) {
        return typed(database.createNativeQuery(EVERY.formatted(counted), Object[].class))
                .list();
    }

    private void store(String list, List<Object[]> rows) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeMutationQuery("DELETE FROM page_anchor WHERE list = :list")
                    .setParameter("list", list)
                    .executeUpdate();
            for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
                insert(list, rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
            }
        });
    }

    private void insert(String list, List<Object[]> rows) {
        // Numbers of ours alone, and a name made of one: nothing here was typed by anybody.
        String values = rows.stream()
                .map(row -> "('%s', %d, %d, %d)".formatted(list, (Integer) row[0], (Integer) row[1], (Long) row[2]))
                .collect(Collectors.joining(", "));
        database.createNativeMutationQuery("INSERT INTO page_anchor (list, position, rating, id) VALUES " + values)
                .executeUpdate();
    }

    private static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
        return query.addScalar("position", Integer.class)
                .addScalar("rating", Integer.class)
                .addScalar("id", Long.class);
    }
}
