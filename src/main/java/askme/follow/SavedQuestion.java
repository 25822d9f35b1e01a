package askme.follow;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A question in the private list of a member.
 *
 * @param visible false for a deleted question
 */
@TemplateData
public record SavedQuestion(long id, String title, String note, Instant at, boolean visible) {}
