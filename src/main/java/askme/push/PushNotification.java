package askme.push;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Send a notification to the devices of its member. */
@RegisterForReflection
record PushNotification(long notificationId, long memberId) {}
