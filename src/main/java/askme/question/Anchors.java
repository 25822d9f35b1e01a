package askme.question;

import askme.database.NewTransaction;
import askme.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Stored starting points of deep pages, so that page 5,000 reads as few rows as page 2: the nearest anchor before the page,
 * and at most {@value #SPACING} index entries from there. Positions in the list of the newest are counted from its oldest end,
 * which never moves. The other lists change with each vote, so their deep pages are only as exact as the last rebuild.
 */
@ApplicationScoped
public class Anchors {

    /** The number of rows between two anchors. */
    static final int SPACING = 200;

    /** Up to this number of rows an offset is cheap and always exact. */
    static final int SHALLOW = 1000;

    static final String BEFORE = "SELECT position, rating, id FROM page_anchor"
            + " WHERE list = :list AND position <= :position ORDER BY position DESC LIMIT 1";
    static final String AFTER = "SELECT position, rating, id FROM page_anchor"
            + " WHERE list = :list AND position >= :position ORDER BY position LIMIT 1";
    private static final String EVERY_ANCHOR =
            "SELECT n - 1 AS position, rating, id FROM (%s) counted WHERE (n - 1) %% " + SPACING + " = 0";
    private static final String LARGE_TAGS = "SELECT id FROM tag WHERE question_count > :least";
    private static final int ROWS_A_STATEMENT = 500;

    private final Session hibernate;

    Anchors(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * The start of a page.
     *
     * @param rating the rating to start from, downwards
     * @param id the id to start from, downwards, among the rows of this rating
     * @param skip the number of rows to skip from there
     */
    record Start(int rating, long id, int skip) {

        /** Whether the page is found by an offset alone. */
        boolean atTop() {
            return id == Long.MAX_VALUE;
        }

        static Start top(int skip) {
            return new Start(Integer.MAX_VALUE, Long.MAX_VALUE, skip);
        }
    }

    /** One row of the table {@code page_anchor}. */
    private record Anchor(int position, int rating, long id) {

        static Anchor of(Row row) {
            return new Anchor(row.number("position"), row.number("rating"), row.id("id"));
        }
    }

    /** The start of the page of the newest after {@code skip} of {@code total} questions. */
    Start newest(int skip, long total) {
        if (skip <= SHALLOW) {
            return Start.top(skip);
        }
        int fromOldest = (int) Math.max(0, total - 1 - skip);
        return find(AFTER, "newest", fromOldest)
                .map(anchor -> new Start(0, anchor.id, anchor.position - fromOldest))
                .orElseGet(() -> Start.top(skip));
    }

    Start hot(int skip) {
        return rated("hot", skip);
    }

    Start tagged(long tag, int skip) {
        return rated("tag:" + tag, skip);
    }

    private Start rated(String list, int skip) {
        if (skip <= SHALLOW) {
            return Start.top(skip);
        }
        return find(BEFORE, list, skip)
                .map(anchor -> new Start(anchor.rating, anchor.id, skip - anchor.position))
                .orElseGet(() -> Start.top(skip));
    }

    private Optional<Anchor> find(String sql, String list, int position) {
        return anchors(sql)
                .setParameter("list", list)
                .setParameter("position", position)
                .uniqueResultOptional();
    }

    /**
     * Replaces the anchors of all lists. It reads each index once, which takes a quarter of a second at 100,000 questions.
     * It reads without locks and writes separately: an INSERT … SELECT would lock every row that it reads and block all votes.
     */
    @ActivateRequestContext
    public void rebuild() {
        store("newest", read("SELECT rating, id, ROW_NUMBER() OVER (ORDER BY id) n FROM question WHERE hidden = 0"));
        store(
                "hot",
                read(
                        "SELECT rating, id, ROW_NUMBER() OVER (ORDER BY rating DESC, id DESC) n FROM question WHERE hidden = 0"));
        List<Long> large = hibernate
                .createNativeQuery(LARGE_TAGS, Long.class)
                .addScalar("id", Long.class)
                .setParameter("least", SHALLOW)
                .list();
        for (Long tag : large) {
            store("tag:" + tag, read("""
                    SELECT rating, question_id AS id, ROW_NUMBER() OVER (ORDER BY rating DESC, question_id DESC) n
                    FROM question_tag WHERE tag_id = %d""".formatted(tag)));
        }
    }

    private List<Anchor> read(String counted) {
        return anchors(EVERY_ANCHOR.formatted(counted)).list();
    }

    private void store(String list, List<Anchor> rows) {
        NewTransaction.run(() -> {
            hibernate
                    .createNativeMutationQuery("DELETE FROM page_anchor WHERE list = :list")
                    .setParameter("list", list)
                    .executeUpdate();
            for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
                insert(list, rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
            }
        });
    }

    private void insert(String list, List<Anchor> rows) {
        // Safe as text: our own numbers, and list names that contain at most a number.
        String values = rows.stream()
                .map(row -> "('%s', %d, %d, %d)".formatted(list, row.position, row.rating, row.id))
                .collect(Collectors.joining(", "));
        hibernate
                .createNativeMutationQuery("INSERT INTO page_anchor (list, position, rating, id) VALUES " + values)
                .executeUpdate();
    }

    private NativeQuery<Anchor> anchors(String sql) {
        return hibernate
                .createNativeQuery(sql, Object[].class)
                .addScalar("position", Integer.class)
                .addScalar("rating", Integer.class)
                .addScalar("id", Long.class)
                .setTupleTransformer((values, names) -> Anchor.of(new Row(values, names)));
    }
}
