package askme.mail.notice;

import askme.database.Row;
import askme.notification.Cause;
import askme.notification.NotificationCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The texts of the posts that a notification is about. A post that is deleted by now is left out. */
@ApplicationScoped
class CausePosts {

    static final String CAUSES = """
            SELECT c.cause, m.nickname FROM notification_cause c LEFT JOIN member m ON m.id = c.actor_id
            WHERE c.notification_id = :notification AND c.happened_at > :after
            ORDER BY c.happened_at DESC LIMIT :most""";
    static final String ANSWER = "SELECT body FROM answer WHERE id = :id AND hidden = 0";
    static final String COMMENT = "SELECT body FROM comment WHERE id = :id";
    static final String QUESTION = "SELECT body FROM question WHERE id = :id AND hidden = 0";
    static final String DECISION = "SELECT decision_reason AS body FROM edit_suggestion WHERE id = :id";
    static final String DECIDED = "SELECT state FROM edit_suggestion WHERE id = :id";

    private final Session hibernate;

    CausePosts(Session hibernate) {
        this.hibernate = hibernate;
    }

    private record Named(String cause, String actor) {}

    /** The newest of the posts of {@code card} that were written after {@code told}, the oldest of them first. */
    List<Notice.Post> of(NotificationCard card, Instant told, int most) {
        List<Named> causes = hibernate
                .createNativeQuery(CAUSES, Object[].class)
                .addScalar("cause", String.class)
                .addScalar("nickname", String.class)
                .setParameter("notification", card.id())
                .setParameter("after", told)
                .setParameter("most", most)
                .setTupleTransformer((values, names) -> named(new Row(values, names)))
                .list();
        List<Notice.Post> posts = new ArrayList<>();
        for (Named cause : causes) {
            String[] parts = cause.cause().split("[:.]");
            String writer = causes.size() > 1 ? cause.actor() : null;
            body(parts[0], Long.parseLong(parts[1]))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> posts.add(Notice.Post.whole(writer, text, isInline(parts[0]))));
        }
        Collections.reverse(posts);
        return posts;
    }

    private static Named named(Row row) {
        return new Named(row.text("cause"), row.text("nickname"));
    }

    private static boolean isInline(String type) {
        return type.equals(Cause.COMMENT) || type.equals(Cause.DECISION);
    }

    private Optional<String> body(String type, long id) {
        return switch (type) {
            case Cause.ANSWER -> text(ANSWER, "body", id);
            case Cause.COMMENT -> text(COMMENT, "body", id);
            case Cause.QUESTION -> text(QUESTION, "body", id);
            case Cause.DECISION -> text(DECISION, "body", id);
            default -> Optional.empty();
        };
    }

    /** The state of a suggested edit, as stored; "" if it does not exist. */
    String decision(long suggestion) {
        return text(DECIDED, "state", suggestion).orElse("");
    }

    private Optional<String> text(String sql, String column, long id) {
        return hibernate
                .createNativeQuery(sql, String.class)
                .addScalar(column, String.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }
}
