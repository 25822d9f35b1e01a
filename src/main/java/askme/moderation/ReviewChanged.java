package askme.moderation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An item of the review queue was added, decided, or waits again. */
@RegisterForReflection
public record ReviewChanged(long itemId) {}
