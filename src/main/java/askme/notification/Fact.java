package askme.notification;

import java.time.Instant;

/**
 * What members are told.
 *
 * @param question the post that it is about, see {@code V30__inbox.sql}; 0 for none
 * @param answer 0 for the question itself
 * @param actor the member who caused it; 0 if nobody did
 */
record Fact(NotificationKind kind, long question, long answer, Cause cause, long actor, Instant at) {

    static Fact of(NotificationKind kind, ToldPost post, Cause cause) {
        return new Fact(kind, post.question(), post.answer(), cause, post.author(), post.at());
    }
}
