package askme.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An item of the review queue was decided that members had reported. */
@RegisterForReflection
public record ReportsDecided(long itemId) {}
