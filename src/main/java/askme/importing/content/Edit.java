package askme.importing.content;

import java.time.Instant;

/** The last edit of a post, by the new id of its editor. */
public record Edit(Instant at, long editor) {}
