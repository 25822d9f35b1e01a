package askme.notification;

import java.time.Instant;

/**
 * A post of which members are notified.
 *
 * @param answer the answer, or the one that the comment is under; 0 for none
 * @param owner the author of the post that the comment is under; for a post itself its author
 * @param visible false if it was deleted, or if its question or answer was
 */
record ToldPost(long question, long answer, long author, long owner, Instant at, boolean visible) {}
