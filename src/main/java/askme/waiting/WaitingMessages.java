package askme.waiting;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about posts that wait for a confirmed address, from {@code messages/waiting_*.properties}. */
@MessageBundle("waiting")
public interface WaitingMessages {

    @Message
    String title();

    @Message
    String hint();

    @Message
    String refused_hint();

    @Message
    String none();

    @Message
    String kept();

    @Message
    String kept_short();

    @Message
    String too_many(int most);

    @Message
    String gone();

    @Message
    String discard();

    @Message
    String discarded();

    @Message
    String question();

    @Message
    String answer();

    @Message
    String comment();

    @Message
    String sent();

    @Message
    String refused();

    @Message
    String post_now();

    @Message
    String posted(int count);

    @Message
    String some_refused(int count);
}
