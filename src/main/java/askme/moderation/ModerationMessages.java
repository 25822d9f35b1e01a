package askme.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of moderation, in {@code messages/moderation_*.properties}. */
@MessageBundle("moderation")
public interface ModerationMessages {

    /** What was done, in a word or two. */
    @Message
    String act(Act act);
}
