package askme.answer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of answers, in {@code messages/answer_*.properties}. */
@MessageBundle("answer")
public interface AnswerMessages {

    @Message
    String accepted();

    @Message
    String moved();

    @Message
    String edited_before();

    @Message
    String accept();

    @Message
    String unaccept();

    @Message
    String edit();

    @Message
    String edit_title();

    @Message
    String delete();

    @Message
    String sure();

    @Message
    String link();

    @Message
    String text();

    @Message
    String post();

    @Message
    String heading();

    @Message
    String added();

    @Message
    String answered_before();

    @Message
    String changed();

    @Message
    String overtaken();

    @Message
    String of_comment();

    @Message
    String deleted();

    @Message
    String undeleted();

    @Message
    String deleted_answers();

    @Message
    String own_post();

    @Message
    String only_author_accepts();

    @Message
    String answered();

    @Message
    String share();

    @Message
    String another();
}
