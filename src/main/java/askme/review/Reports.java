package askme.review;

import askme.database.Row;
import askme.member.Member;
import askme.moderation.Outcome;
import askme.moderation.ReportReason;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/** Stores reports and lists those of a member. */
@ApplicationScoped
class Reports {

    static final int PAGE_SIZE = 30;

    private static final String REPORTED =
            "SELECT COUNT(*) AS reports FROM report WHERE post_kind = :kind AND post_id = :post AND reporter_id = :reporter";

    private static final String ADD = """
            INSERT INTO report (item_id, post_kind, post_id, reporter_id, reason, note, duplicate_of, reported_at)
            VALUES (:item, :kind, :post, :reporter, :reason, :note, :of, :at)""";

    static final String OF_REPORTER = """
            SELECT STRAIGHT_JOIN r.id, r.post_kind, r.post_id, r.reason, r.reported_at, i.outcome, q.title FROM (
              SELECT id FROM report FORCE INDEX (report_of_reporter) WHERE reporter_id = :reporter AND id < :before
              ORDER BY id DESC LIMIT :size
            ) page JOIN report r ON r.id = page.id JOIN review_item i ON i.id = r.item_id
            LEFT JOIN question q ON q.id = i.question_id AND q.hidden = 0 ORDER BY r.id DESC""";

    private final Session hibernate;
    private final ReviewItems items;
    private final Clock clock;

    Reports(Session hibernate, ReviewItems items, Clock clock) {
        this.hibernate = hibernate;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A report of the reader.
     *
     * @param title of the question; null if it was deleted
     */
    @TemplateData
    record OwnReport(long id, Target post, ReportReason reason, Instant at, Outcome outcome, String title) {

        private static OwnReport of(Row row) {
            return new OwnReport(
                    row.id("id"),
                    new Target(Target.Kind.of(row.text("post_kind")), row.id("post_id")),
                    ReportReason.of(row.text("reason")).orElse(ReportReason.OTHER),
                    row.moment("reported_at"),
                    Outcome.of(row.text("outcome")).orElse(Outcome.GONE),
                    row.text("title"));
        }

        public String address() {
            return ReviewablePosts.address(post);
        }
    }

    /** Stores the report. Returns false, and changes nothing, if the member reported the post before. */
    @Transactional
    boolean add(ReviewItems.ReviewedPost post, ReportForm form, long reporter) {
        Member.lock(reporter); // two forms of one member wait for each other
        if (reported(post.target(), reporter)) {
            return false;
        }
        long item = items.open(post, false, "", true);
        hibernate
                .createNativeMutationQuery(ADD)
                .setParameter("item", item)
                .setParameter("kind", post.target().kind().stored())
                .setParameter("post", post.target().id())
                .setParameter("reporter", reporter)
                .setParameter("reason", form.chosen().stored())
                .setParameter("note", form.note())
                .setParameter("of", form.isDuplicate() ? form.question() : 0)
                .setParameter("at", Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
        return true;
    }

    boolean reported(Target post, long reporter) {
        return hibernate
                        .createNativeQuery(REPORTED, Long.class)
                        .addScalar("reports", Long.class)
                        .setParameter("kind", post.kind().stored())
                        .setParameter("post", post.id())
                        .setParameter("reporter", reporter)
                        .getSingleResult()
                > 0;
    }

    KeyPage<OwnReport> of(long reporter, ListKey before) {
        List<OwnReport> found = hibernate
                .createNativeQuery(OF_REPORTER, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("post_kind", String.class)
                .addScalar("post_id", Long.class)
                .addScalar("reason", String.class)
                .addScalar("reported_at", Instant.class)
                .addScalar("outcome", String.class)
                .addScalar("title", String.class)
                .setParameter("reporter", reporter)
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .setTupleTransformer((values, names) -> OwnReport.of(new Row(values, names)))
                .list();
        return KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofId(last.id));
    }
}
