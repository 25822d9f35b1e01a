package askme.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the inbox, in {@code messages/notification_*.properties}. */
@MessageBundle("notification")
public interface NotificationMessages {

    @Message
    String title();

    @Message
    String bell(int count);

    @Message
    String none();

    @Message
    String unread();

    @Message
    String mark_all();

    @Message
    String mark_as_read();

    @Message
    String marked();

    @Message
    String your_rating();

    @Message
    String moderators();

    @Message
    String answer(int count);

    @Message
    String comment(int count);

    @Message
    String mention(int count);

    @Message
    String accepted(int count);

    @Message
    String edit(int count);

    @Message
    String suggestion(int count);

    @Message
    String decision(int count);

    @Message
    String moderation(int count);

    @Message
    String tag(int count);

    @Message
    String member(int count);

    @Message
    String badge(int count);

    @Message
    String your_badges();

    @Message
    String reputation(String change);
}
