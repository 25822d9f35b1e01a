package askme.push;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of pushes and their settings, in {@code messages/push_*.properties}. */
@MessageBundle("push")
public interface PushMessages {

    @Message
    String heading();

    @Message
    String explain();

    @Message
    String needs_https();

    @Message
    String needs_script();

    @Message
    String unsupported();

    @Message
    String denied();

    @Message
    String failed();

    @Message
    String turn_on();

    @Message
    String turn_off();

    @Message
    String here();

    @Message
    String since();

    @Message
    String remove();

    @Message
    String removed();

    @Message
    String unknown_device();

    @Message
    String invalid();
}
