package askme.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Unread notifications of these members were removed, because their post was deleted or because they were old. */
@RegisterForReflection
public record NotificationsRemoved(List<Long> memberIds) {}
