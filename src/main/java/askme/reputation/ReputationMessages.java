package askme.reputation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages that explain ratings, in {@code messages/reputation_*.properties}. */
@MessageBundle("reputation")
public interface ReputationMessages {

    @Message
    String title(String nickname);

    @Message
    String rule();

    @Message
    String after(String rating);

    @Message
    String question();

    @Message
    String answer();

    @Message
    String votes(int up, int down);

    @Message
    String others(int count);

    @Message
    String imported(String rating);

    @Message
    String none();
}
