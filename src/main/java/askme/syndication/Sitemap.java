package askme.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * The questions for search engines, in parts by ranges of ids: a part is a range of the primary key whatever was asked
 * before or since, and does not change its number when questions are deleted. Its EXPLAIN is tested.
 */
@ApplicationScoped
class Sitemap {

    /** Ids, not questions: what was deleted leaves a gap. A sitemap may hold 50,000. */
    static final int IDS_A_PART = 10_000;

    static final String LAST = "SELECT MAX(id) AS last FROM question";

    /**
     * The newest answer is one entry of an index and its row, however many answers there are. Ordered by the index' first
     * column too: MySQL sorts all of a question's answers otherwise.
     */
    static final String PART = """
            SELECT q.id, COALESCE(q.edited_at, q.asked_at) AS written_at,
                   (SELECT a.answered_at FROM answer a FORCE INDEX (answer_newer)
                    WHERE a.question_id = q.id ORDER BY a.question_id DESC, a.id DESC LIMIT 1) AS answered_at
            FROM question q FORCE INDEX (PRIMARY) WHERE q.id BETWEEN :from AND :to ORDER BY q.id""";

    private final Session database;

    Sitemap(Session database) {
        this.database = database;
    }

    /**
     * A question.
     *
     * @param changedAt when its text or the list of its answers last changed
     */
    record Place(long id, Instant changedAt) {}

    /** How many parts there are. */
    int parts() {
        Long last = database.createNativeQuery(LAST, Long.class)
                .addScalar("last", Long.class)
                .getSingleResult();
        return last == null ? 0 : part(last);
    }

    /** The questions of part {@code number}, from 1. */
    List<Place> places(int number) {
        long to = (long) number * IDS_A_PART;
        return database.createNativeQuery(PART, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("written_at", Instant.class)
                .addScalar("answered_at", Instant.class)
                .setParameter("from", to - IDS_A_PART + 1)
                .setParameter("to", to)
                .setTupleTransformer((row, names) -> place(row))
                .list();
    }

    /** The part that question {@code id} stands in. */
    static int part(long id) {
        return (int) ((id - 1) / IDS_A_PART) + 1;
    }

    private static Place place(Object[] row) {
        Instant written = (Instant) row[1];
        Instant answered = (Instant) row[2];
        return new Place((Long) row[0], answered == null || answered.isBefore(written) ? written : answered);
    }
}
