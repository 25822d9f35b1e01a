package askme.held;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of held posts, in {@code messages/held_*.properties}. */
@MessageBundle("held")
public interface HeldMessages {

    /** After the form of the post was sent. */
    @Message
    String added();

    @Message
    String own();

    @Message
    String own_intro();

    @Message
    String none();

    @Message
    String waits();

    @Message
    String waits_hint();

    @Message
    String refused();

    @Message
    String refused_hint();

    @Message
    String published();

    @Message
    String text();

    @Message
    String question();
}
