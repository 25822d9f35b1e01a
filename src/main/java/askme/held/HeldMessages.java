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

    /** The heading of the posts that wait, on the page of their question. */
    @Message
    String at_question();

    @Message
    String only_you();

    @Message
    String to_answer();

    /** The link of a moderator. */
    @Message
    String decide();

    /** The link of the author. */
    @Message
    String decision();

    @Message
    String text();

    @Message
    String question();
}
