package askme.webhook;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The site has switched off a receiver that failed for days.
 *
 * @param memberId an administrator, who must know
 */
@RegisterForReflection
public record WebhookSwitchedOff(long endpointId, long memberId) {}
