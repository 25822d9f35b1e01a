package askme.review;

import askme.database.Row;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads pages of the review queue: a range of an index for the ids, and a fixed number of statements for their rows. */
@ApplicationScoped
class QueueQueries {

    static final int PAGE_SIZE = 20;

    /** The reports of a page that are shown. */
    static final int MOST_REPORTS = 200;

    static final int MOST_DECISIONS = 100;

    static final String WAITING = "SELECT id FROM review_item FORCE INDEX (review_waiting)"
            + " WHERE decided = 0 AND id < :before ORDER BY id DESC LIMIT :size";

    /** The last decision first: the id of a decided item is its place. */
    static final String DECIDED = "SELECT id FROM review_item FORCE INDEX (review_waiting)"
            + " WHERE decided > 0 AND decided < :before ORDER BY decided DESC LIMIT :size";

    static final String CARDS = """
            SELECT STRAIGHT_JOIN i.id, i.post_kind, i.post_id, i.author_id, i.opened_at, i.first_post, i.words, i.reports, i.outcome,
                   i.decided_at, COALESCE(q.title, h.title) AS title, LEFT(CASE i.post_kind WHEN 'question' THEN IF(q.hidden = 0, q.body, NULL)
                     WHEN 'answer' THEN IF(a.hidden = 0, a.body, NULL) WHEN 'held' THEN h.body ELSE c.body END, 1000) AS text,
                   m.nickname, m.avatar, m.rating, m.question_count + m.answer_count AS posts, d.nickname AS decider
            FROM (%s) page
            JOIN review_item i ON i.id = page.id
            JOIN member m ON m.id = i.author_id
            LEFT JOIN question q ON q.id = i.question_id
            LEFT JOIN answer a ON i.post_kind = 'answer' AND a.id = i.post_id
            LEFT JOIN comment c ON i.post_kind = 'comment' AND c.id = i.post_id
            LEFT JOIN held_post h ON i.post_kind = 'held' AND h.id = i.post_id
            LEFT JOIN member d ON d.id = i.decided_by
            ORDER BY i.id DESC""";

    static final String REPORTS = "SELECT r.item_id, r.reason, r.note, r.duplicate_of, m.nickname"
            + " FROM report r FORCE INDEX (report_of_item) JOIN member m ON m.id = r.reporter_id"
            + " WHERE r.item_id IN (:items) ORDER BY r.item_id, r.id LIMIT " + MOST_REPORTS;

    /** One such part for each author, so that no author's number is counted beyond a bound. */
    static final String AGAINST =
            "(SELECT CAST(? AS SIGNED) AS author_id, COUNT(*) AS decisions FROM (SELECT 1 FROM review_item"
                    + " FORCE INDEX (review_against) WHERE author_id = ? AND upheld = 1 LIMIT " + MOST_DECISIONS
                    + ") some)";

    private final Session hibernate;

    QueueQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    private record Against(long author, int decisions) {

        static Against of(Row row) {
            return new Against(row.id("author_id"), row.number("decisions"));
        }
    }

    KeyPage<QueueItem> waiting(ListKey before) {
        return page(WAITING, before);
    }

    KeyPage<QueueItem> decided(ListKey before) {
        return page(DECIDED, before);
    }

    private KeyPage<QueueItem> page(String ids, ListKey before) {
        List<QueueItem> found = hibernate
                .createNativeQuery(CARDS.formatted(ids), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("post_kind", String.class)
                .addScalar("post_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("first_post", Boolean.class)
                .addScalar("words", String.class)
                .addScalar("reports", Integer.class)
                .addScalar("outcome", String.class)
                .addScalar("decided_at", Instant.class)
                .addScalar("title", String.class)
                .addScalar("text", String.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("rating", Integer.class)
                .addScalar("posts", Integer.class)
                .addScalar("decider", String.class)
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> QueueItem.of(new Row(values, names)))
                .list();
        KeyPage<QueueItem> page = KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id()));
        return page.rows().isEmpty() ? page : new KeyPage<>(complete(page.rows()), page.last());
    }

    private List<QueueItem> complete(List<QueueItem> items) {
        Map<Long, List<QueueItem.Report>> reports = hibernate
                .createNativeQuery(REPORTS, Object[].class)
                .addScalar("item_id", Long.class)
                .addScalar("reason", String.class)
                .addScalar("note", String.class)
                .addScalar("duplicate_of", Long.class)
                .addScalar("nickname", String.class)
                .setParameterList("items", items.stream().map(QueueItem::id).toList())
                .setTupleTransformer((values, names) -> QueueItem.Report.of(new Row(values, names)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(QueueItem.Report::item));
        Map<Long, Integer> against = against(
                items.stream().map(item -> item.author().id()).distinct().toList());
        return items.stream()
                .map(item -> item.with(
                        against.getOrDefault(item.author().id(), 0), reports.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private Map<Long, Integer> against(List<Long> authors) {
        var query = hibernate
                .createNativeQuery(
                        String.join(" UNION ALL ", Collections.nCopies(authors.size(), AGAINST)), Object[].class)
                .addScalar("author_id", Long.class)
                .addScalar("decisions", Integer.class)
                .setTupleTransformer((values, names) -> Against.of(new Row(values, names)));
        int place = 1;
        for (long author : authors) {
            query.setParameter(place++, author).setParameter(place++, author);
        }
        Map<Long, Integer> decisions = new HashMap<>();
        query.list().forEach(one -> decisions.put(one.author, one.decisions));
        return decisions;
    }
}
