package askme.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Notifies a piece of the audience of a post.
 *
 * @param kind the stored name of the {@link NotificationKind}
 * @param cause the stored form of the {@link Cause}
 * @param after members with higher ids
 * @param upTo the last member of the piece; 0 to divide what follows into pieces
 */
@RegisterForReflection
public record NotifyFollowers(String kind, String cause, long after, long upTo) {}
