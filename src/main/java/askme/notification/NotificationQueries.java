package askme.notification;

import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.database.Row;
import askme.member.MemberLinks;
import askme.moderation.ModerationLinks;
import askme.question.QuestionLinks;
import askme.suggestion.SuggestionLinks;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads notifications. */
@ApplicationScoped
public class NotificationQueries {

    static final int PAGE_SIZE = 30;

    static final String PAGE = """
            SELECT id FROM (
              (SELECT id, happened_at FROM notification FORCE INDEX (notification_of_member)
               WHERE member_id = :member AND happened_at = :at AND id < :before ORDER BY id DESC LIMIT :size)
              UNION ALL
              (SELECT id, happened_at FROM notification FORCE INDEX (notification_of_member)
               WHERE member_id = :member AND happened_at < :at ORDER BY happened_at DESC, id DESC LIMIT :size)
            ) range_walk ORDER BY happened_at DESC, id DESC LIMIT :size""";

    static final String CARDS = """
            SELECT STRAIGHT_JOIN n.id, n.member_id, n.seen, n.kind, n.causes, n.amount, n.question_id, n.answer_id, q.title,
                   n.cause, a.nickname AS actor, m.nickname, n.happened_at,
                   NOT (m.suspended AND COALESCE(m.suspended_until > UTC_TIMESTAMP(6), 1)) AND (n.question_id = 0 OR COALESCE(q.hidden, 1) = 0)
                     AND (n.answer_id = 0 OR COALESCE(p.hidden, 1) = 0) AS visible
            FROM (%s) page
            JOIN notification n ON n.id = page.id
            JOIN member m ON m.id = n.member_id
            LEFT JOIN question q ON q.id = n.question_id
            LEFT JOIN answer p ON p.id = n.answer_id
            LEFT JOIN member a ON a.id = n.actor_id
            ORDER BY n.happened_at DESC, n.id DESC""";

    static final String KNOWN = "SELECT id FROM notification WHERE id IN (:ids)";

    private final Session hibernate;

    NotificationQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** @param visible false if its post was deleted, or if its member has lost access */
    private record Found(NotificationCard card, boolean visible) {}

    /** These notifications as they are now, the last first, without those of deleted posts and of members who have lost access. */
    public List<NotificationCard> of(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cards(KNOWN).setParameterList("ids", ids).stream()
                        .filter(Found::visible)
                        .map(Found::card)
                        .toList();
    }

    /** The notifications of one member after {@code before}. A page is shorter by those whose post was deleted. */
    public KeyPage<NotificationCard> page(long member, ListKey before) {
        List<Found> found = cards(PAGE)
                .setParameter("member", member)
                .setParameter("at", before.moment())
                .setParameter("before", before.id())
                .setParameter("size", PAGE_SIZE + 1)
                .list();
        KeyPage<Found> page = KeyPage.of(found, PAGE_SIZE, last -> ListKey.ofMoment(last.card.at(), last.card.id()));
        return new KeyPage<>(
                page.only(Found::visible).rows().stream().map(Found::card).toList(), page.last());
    }

    private NativeQuery<Found> cards(String ids) {
        return hibernate
                .createNativeQuery(CARDS.formatted(ids), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("member_id", Long.class)
                .addScalar("seen", Long.class)
                .addScalar("kind", String.class)
                .addScalar("causes", Integer.class)
                .addScalar("amount", Integer.class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("cause", String.class)
                .addScalar("actor", String.class)
                .addScalar("nickname", String.class)
                .addScalar("happened_at", Instant.class)
                .addScalar("visible", Integer.class)
                .setTupleTransformer((values, names) -> found(new Row(values, names)));
    }

    private static Found found(Row row) {
        Cause cause = Cause.parse(row.text("cause"));
        NotificationCard card = new NotificationCard(
                row.id("id"),
                row.id("member_id"),
                NotificationKind.of(row.text("kind")),
                row.number("causes"),
                row.number("amount"),
                row.id("question_id"),
                row.text("title"),
                address(cause, row),
                row.text("actor"),
                cause,
                row.moment("happened_at"),
                row.id("seen") != 0);
        return new Found(card, row.is("visible"));
    }

    private static String address(Cause cause, Row row) {
        if (cause.isReport()) {
            return ModerationLinks.ownReports();
        }
        if (cause.isAct()) {
            return ModerationLinks.logEntry(cause.id());
        }
        return switch (cause.type()) {
            case Cause.ANSWER -> AnswerLinks.answer(cause.id());
            case Cause.COMMENT -> CommentLinks.comment(cause.id());
            case Cause.SUGGESTION, Cause.DECISION -> SuggestionLinks.suggestedEdit(cause.id());
            case Cause.BADGE -> MemberLinks.member(row.text("nickname")) + "#badges";
            case Cause.REPUTATION -> MemberLinks.member(row.text("nickname"));
            default ->
                row.id("answer_id") != 0
                        ? AnswerLinks.answer(row.id("answer_id"))
                        : QuestionLinks.question(row.id("question_id"));
        };
    }
}
