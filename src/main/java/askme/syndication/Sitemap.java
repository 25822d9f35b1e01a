package askme.syndication;

import askme.database.Row;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/**
 * The questions for search engines, without duplicates, in parts. A part is a fixed range of ids, so a question stays in its
 * part when others are added or deleted. A test checks the plan (EXPLAIN).
 */
@ApplicationScoped
class Sitemap {

    /** The number of ids of a part; deleted questions leave gaps. A sitemap may contain 50,000 URLs (sitemaps.org). */
    static final int IDS_A_PART = 10_000;

    static final String LAST = "SELECT MAX(id) AS last FROM question WHERE hidden = 0";

    /**
     * Finding the newest answer reads one entry of an index and its row, regardless of the number of answers. ORDER BY names the
     * first columns of the index too: otherwise MySQL sorts all answers of a question.
     */
    static final String PART = """
            SELECT q.id, COALESCE(q.edited_at, q.asked_at) AS written_at,
                   (SELECT a.answered_at FROM answer a FORCE INDEX (answer_visible_newer)
                    WHERE a.question_id = q.id AND a.hidden = 0 ORDER BY a.question_id DESC, a.hidden DESC, a.id DESC LIMIT 1) AS answered_at
            FROM question q FORCE INDEX (question_visible)
            WHERE q.hidden = 0 AND q.id BETWEEN :from AND :to AND q.closed < 2 ORDER BY q.id""";

    private final Session hibernate;

    Sitemap(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * A question in the sitemap.
     *
     * @param changedAt when its text or the list of its answers last changed
     */
    @TemplateData
    record Entry(long id, Instant changedAt) {

        private static Entry of(Row row) {
            Instant written = row.moment("written_at");
            Instant answered = row.moment("answered_at");
            return new Entry(row.id("id"), answered == null || answered.isBefore(written) ? written : answered);
        }
    }

    /** The number of parts. */
    int parts() {
        Long last = hibernate
                .createNativeQuery(LAST, Long.class)
                .addScalar("last", Long.class)
                .getSingleResult();
        return last == null ? 0 : part(last);
    }

    /** The questions of part {@code number}, from 1. */
    List<Entry> entries(int number) {
        long to = (long) number * IDS_A_PART;
        return hibernate
                .createNativeQuery(PART, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("written_at", Instant.class)
                .addScalar("answered_at", Instant.class)
                .setParameter("from", to - IDS_A_PART + 1)
                .setParameter("to", to)
                .setTupleTransformer((values, names) -> Entry.of(new Row(values, names)))
                .list();
    }

    /** The number of the part that contains question {@code id}. */
    static int part(long id) {
        return (int) ((id - 1) / IDS_A_PART) + 1;
    }
}
