package askme.follow;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A question in the private list of a member.
 *
 * @param closed 0 for an open question, 1 for a closed one, 2 for a duplicate
 * @param visible false for a deleted question
 */
@TemplateData
public record SavedQuestion(long id, String title, int closed, String note, Instant at, boolean visible) {}
