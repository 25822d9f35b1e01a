package askme.joining;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A link with which new members may join.
 *
 * @param note what its maker wrote about it
 * @param maker the nickname of the administrator; may be null
 * @param most how many members may use it
 * @param used how many did
 */
@TemplateData
public record Invitation(long id, String note, String maker, Instant madeAt, Instant endsAt, int most, int used) {}
