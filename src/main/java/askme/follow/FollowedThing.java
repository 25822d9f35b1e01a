package askme.follow;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A question, a tag or a member that somebody follows.
 *
 * @param id of the question, the tag or the member
 * @param name the title, the tag or the nickname
 * @param closed of a question: 0 if it is open, 1 if it is closed, 2 if it is a duplicate
 * @param visible false for a deleted question
 */
@TemplateData
public record FollowedThing(long id, String name, int closed, Instant at, boolean visible) {}
