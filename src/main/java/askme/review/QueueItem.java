package askme.review;

import askme.database.Row;
import askme.member.MemberRef;
import askme.moderation.Outcome;
import askme.moderation.ReportReason;
import askme.moderation.Target;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * An item of the review queue as its page shows it.
 *
 * @param title of the question
 * @param text the beginning of the post, as typed; null if the post was deleted
 * @param posts how many visible questions and answers the author has
 * @param against how many decisions were made against the author before
 * @param words of the list that the post has; "" for none
 * @param reports the first of them, the oldest first
 * @param decider null while it waits
 */
@TemplateData
record QueueItem(
        long id,
        Target post,
        String title,
        String text,
        MemberRef author,
        int posts,
        int against,
        boolean first,
        String words,
        int reportCount,
        List<Report> reports,
        Instant openedAt,
        Outcome outcome,
        String decider,
        Instant decidedAt) {

    /**
     * The report of a member.
     *
     * @param of the question of which it is a duplicate, 0 for none
     */
    @TemplateData
    record Report(long item, ReportReason reason, String note, long of, String reporter) {

        static Report of(Row row) {
            return new Report(
                    row.id("item_id"),
                    ReportReason.of(row.text("reason")).orElse(ReportReason.OTHER),
                    row.text("note"),
                    row.id("duplicate_of"),
                    row.text("nickname"));
        }
    }

    static QueueItem of(Row row) {
        return new QueueItem(
                row.id("id"),
                new Target(Target.Kind.of(row.text("post_kind")), row.id("post_id")),
                row.text("title"),
                row.text("text"),
                new MemberRef(row.id("author_id"), row.text("nickname"), row.text("avatar"), row.number("rating")),
                row.number("posts"),
                0,
                row.is("first_post"),
                row.text("words"),
                row.number("reports"),
                List.of(),
                row.moment("opened_at"),
                Outcome.of(row.text("outcome")).orElse(Outcome.GONE),
                row.text("decider"),
                row.moment("decided_at"));
    }

    QueueItem with(int earlier, List<Report> reported) {
        return new QueueItem(
                id,
                post,
                title,
                text,
                author,
                posts,
                earlier,
                first,
                words,
                reportCount,
                reported,
                openedAt,
                outcome,
                decider,
                decidedAt);
    }

    public String address() {
        return ReviewablePosts.address(post);
    }

    /** The question that it repeats, as the first such report says; 0 for none. */
    public long duplicateOf() {
        return reports.stream().map(Report::of).filter(of -> of > 0).findFirst().orElse(0L);
    }

    /** Whether it can be closed. */
    public boolean ofQuestion() {
        return post.kind() == Target.Kind.QUESTION;
    }

    /** Whether the post was not published. */
    public boolean held() {
        return post.kind() == Target.Kind.HELD;
    }

    /** How many reports are not shown. */
    public int moreReports() {
        return Math.max(0, reportCount - reports.size());
    }

    /** Whether the decision can be taken back. */
    public boolean undoable() {
        return outcome != Outcome.WAITING && outcome != Outcome.GONE;
    }
}
