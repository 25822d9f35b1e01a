package askme.badge;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of badges, in {@code messages/badge_*.properties}. */
@MessageBundle("badge")
public interface BadgeMessages {

    @Message
    String title();

    @Message
    String about();

    @Message
    String of_member();

    @Message
    String holders(int count);

    @Message
    String none();

    @Message
    String all();

    @Message
    String rank(Rank rank);

    @Message
    String name(Badge badge);

    @Message
    String what(Badge badge);
}
