package askme.notification;

import askme.answer.AnswerLinks;
import askme.comment.CommentLinks;
import askme.database.Row;
import askme.member.MemberLinks;
import askme.question.QuestionLinks;
import askme.suggestion.SuggestionLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads notifications. */
@ApplicationScoped
public class NotificationQueries {

    /** Without those of posts that were deleted, and of members who have lost access. */
    static final String CARDS = """
            SELECT STRAIGHT_JOIN n.id, n.member_id, n.seen, n.kind, n.causes, n.amount, n.question_id, n.answer_id, q.title,
                   n.cause, a.nickname AS actor, m.nickname, n.happened_at
            FROM (%s) page
            JOIN notification n ON n.id = page.id
            JOIN member m ON m.id = n.member_id
            LEFT JOIN question q ON q.id = n.question_id
            LEFT JOIN answer p ON p.id = n.answer_id
            LEFT JOIN member a ON a.id = n.actor_id
            WHERE NOT m.suspended AND (n.question_id = 0 OR q.hidden = 0) AND (n.answer_id = 0 OR p.hidden = 0)
            """;

    static final String KNOWN = "SELECT id FROM notification WHERE id IN (:ids)";

    private final Session hibernate;

    NotificationQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** These notifications as they are now, in no order, without those that nobody is told of any longer. */
    public List<NotificationCard> of(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cards(KNOWN).setParameterList("ids", ids).list();
    }

    NativeQuery<NotificationCard> cards(String ids) {
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
                .setTupleTransformer((values, names) -> card(new Row(values, names)));
    }

    private static NotificationCard card(Row row) {
        Cause cause = Cause.parse(row.text("cause"));
        return new NotificationCard(
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
    }

    private static String address(Cause cause, Row row) {
        return switch (cause.type()) {
            case Cause.ANSWER -> AnswerLinks.answer(cause.id());
            case Cause.COMMENT -> CommentLinks.comment(cause.id());
            case Cause.SUGGESTION, Cause.DECISION -> SuggestionLinks.suggestedEdit(cause.id());
            case Cause.REPUTATION -> MemberLinks.member(row.text("nickname"));
            default ->
                row.id("answer_id") != 0
                        ? AnswerLinks.answer(row.id("answer_id"))
                        : QuestionLinks.question(row.id("question_id"));
        };
    }
}
