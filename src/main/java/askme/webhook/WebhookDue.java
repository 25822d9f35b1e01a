package askme.webhook;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A delivery must be attempted. A job of an earlier attempt does nothing. */
@RegisterForReflection
record WebhookDue(long deliveryId, int attempt) {}
