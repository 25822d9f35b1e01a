package askme.notification;

import java.time.Instant;

/**
 * The content of a notification.
 *
 * @param question the post that it is about, see {@code V30__inbox.sql}; 0 for none
 * @param answer 0 for the question itself
 * @param actor the member who caused it; 0 if nobody did
 */
record Fact(NotificationKind kind, long question, long answer, Cause cause, long actor, Instant at) {

    /** The answers to a question are one row, so they are about the question. */
    static Fact of(NotificationKind kind, ToldPost post, Cause cause) {
        long answer = kind == NotificationKind.ANSWER ? 0 : post.answer();
        return new Fact(kind, post.question(), answer, cause, post.author(), post.at());
    }
}
