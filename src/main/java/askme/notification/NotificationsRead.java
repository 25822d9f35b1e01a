package askme.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member read some notifications, or all of them. */
@RegisterForReflection
public record NotificationsRead(long memberId) {}
