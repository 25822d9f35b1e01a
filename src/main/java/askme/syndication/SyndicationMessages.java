package askme.syndication;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the feeds, in {@code messages/syndication_*.properties}. */
@MessageBundle("syndication")
public interface SyndicationMessages {

    @Message
    String answer(String author, String title);

    @Message
    String comment(String author, String title);

    @Message
    String questions_of(String nickname);

    @Message
    String answers_of(String nickname);
}
