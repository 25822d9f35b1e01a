package askme.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the first run; the texts are in {@code messages/setup_*.properties}. */
@MessageBundle("setup")
public interface SetupMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String site();

    @Message
    String site_hint();

    @Message
    String language();

    @Message
    String colour();

    @Message
    String colour_hint();

    @Message
    String preview();

    @Message
    String preview_title();

    @Message
    String preview_text();

    @Message
    String preview_button();

    @Message
    String your_account();

    @Message
    String begin();

    @Message
    String done();

    @Message
    String wrong_name();

    @Message
    String wrong_language();

    @Message
    String wrong_colour();
}
