package askme.notification;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The URLs of the inbox. */
@TemplateExtension(namespace = "to", priority = 32)
public final class InboxLinks {

    static final String ALL = "/notifications";
    static final String ONE = ALL + "/{id}";
    static final String COUNT = ALL + "/count";
    static final String READ = ALL + "/read";

    private InboxLinks() {}

    public static String notifications() {
        return ALL + "/";
    }

    /** A URL that marks the notification as read, and leads to its post. */
    public static String notification(long id) {
        return LocalPath.with(ONE, id) + "/";
    }

    /** The number of unread notifications, for the script of the bell. */
    static String unreadCount() {
        return COUNT;
    }

    static String readNotifications() {
        return READ;
    }
}
