package askme.sidebar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the sidebar; they are in {@code messages/sidebar_*.properties}. */
@MessageBundle("sidebar")
public interface SidebarMessages {

    @Message
    String popular_tags();

    @Message
    String best_members();

    @Message
    String questions(int count);

    @Message
    String gained(int rating);
}
