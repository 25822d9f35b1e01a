package askme.realtime;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the bell in the header, in {@code messages/bell_*.properties}. */
@MessageBundle("bell")
public interface BellMessages {

    /** The name of the link; {@code unread} may be 0. */
    @Message
    String label(int unread);

    /** The words after the number. */
    @Message
    String words(int unread);
}
